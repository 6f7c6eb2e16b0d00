// Room: sandbox / object storage.
/** Object Storage: buckets and objects behind the S3 protocol, each call judged by its IAM action. */
@NullMarked
package io.lanyard.sandbox.services.storage;

import org.jspecify.annotations.NullMarked;
