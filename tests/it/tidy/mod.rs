//! The house is tidy: who uses whom, who sees what, no files in a circle. Reads
//! the sources as syntax.

mod circles;
mod measure;
mod syntax;
mod table;
mod tree;

use std::sync::LazyLock;

use circles::circles;
use tree::Tree;

static TREE: LazyLock<Tree> = LazyLock::new(Tree::of_src);

#[test]
#[ignore = "prints every circle of files with its arrows"]
fn print_circles() {
    for circle in circles(&TREE) {
        println!("{}", circle.describe());
    }
}
