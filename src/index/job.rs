//! Jobs are compared as people read them.

/// A job as it is compared: case and spaces do not matter.
pub fn job_key(job: &str) -> String {
    job.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
