//! Ctrl-C for commands that run until somebody ends them. What is published is
//! whole at every moment, so there is nothing to wait for.

/// What a shell shows for a program that Ctrl-C has ended.
const INTERRUPTED: i32 = 130;

/// From now on Ctrl-C ends the program with 130.
pub(super) fn ends_with_130() {
    // A thread of its own: the others may be waiting, or building.
    std::thread::spawn(|| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build();
        // Then Ctrl-C ends the program as it ends any other.
        let Ok(runtime) = runtime else { return };
        if runtime.block_on(tokio::signal::ctrl_c()).is_ok() {
            std::process::exit(INTERRUPTED);
        }
    });
}
