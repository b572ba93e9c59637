//! What every corpus has the same number of, however many pages: roles with their jobs, layers,
//! tools, the ladder of data. Deliberately absent: anything that grows with the pages.

/// The ladder of data, lowest first; the default one.
pub const LADDER: [&str; 4] = ["public", "internal", "confidential", "restricted"];

/// The three layers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// Use it.
    Fluency,
    /// Judge it.
    Judgment,
    /// Rebuild it.
    Redesign,
}

impl Layer {
    /// All three, from the first to the last.
    pub const ALL: [Self; 3] = [Self::Fluency, Self::Judgment, Self::Redesign];

    /// The id in front matter.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Fluency => "fluency",
            Self::Judgment => "judgment",
            Self::Redesign => "redesign",
        }
    }

    /// The name that readers see.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fluency => "Fluency",
            Self::Judgment => "Judgment",
            Self::Redesign => "Redesign",
        }
    }

    /// What one does with it.
    pub const fn subtitle(self) -> &'static str {
        match self {
            Self::Fluency => "Use it",
            Self::Judgment => "Judge it",
            Self::Redesign => "Rebuild it",
        }
    }
}

/// A role of the company.
pub struct Role {
    /// The id and folder.
    pub id: &'static str,
    /// The name that readers see.
    pub name: &'static str,
    /// Short forms, as a front-matter list.
    pub aliases: &'static str,
}

const fn role(id: &'static str, name: &'static str, aliases: &'static str) -> Role {
    Role { id, name, aliases }
}

/// The twelve roles; pages are written more often for those on top.
pub const ROLES: [Role; 12] = [
    role("sales", "Sales", "AE, SDR"),
    role("customer-success", "Customer success", "CSM"),
    role("marketing", "Marketing", "growth"),
    role("support", "Support", "helpdesk"),
    role("engineering", "Engineering", "developers"),
    role("product", "Product", "PM"),
    role("operations", "Operations", "ops"),
    role("finance", "Finance", "controlling"),
    role("people", "People", "HR"),
    role("data", "Data", "analysts"),
    role("legal", "Legal", "counsel"),
    role("design", "Design", "UX"),
];

/// The jobs that each role has, in the order of its priorities; a job's id is `ROLE-JOB`.
pub const JOBS: [(&str, &str); 12] = [
    ("weekly-report", "every Friday before the team meets"),
    ("first-reply", "a message arrives that needs an answer today"),
    ("meeting-brief", "the day before a meeting with somebody new"),
    ("contract-reading", "a contract comes back with changes"),
    ("month-end", "the last two days of the month"),
    ("handover", "somebody takes over from you"),
    ("quarter-plan", "two weeks before a quarter begins"),
    ("complaint", "somebody is unhappy and says so in writing"),
    ("supplier-choice", "three offers lie on the table"),
    ("lessons", "a project ended, well or badly"),
    ("forecast", "numbers for the next quarter are asked for"),
    // No page covers this one: it is what the wanted list asks for.
    ("audit-answer", "an auditor asks where a figure comes from"),
];

/// The id of one of a role's jobs.
pub fn job(role: &Role, job: &str) -> String {
    format!("{}-{job}", role.id)
}

/// A tool that colleagues use.
pub struct Tool {
    /// The id.
    pub id: &'static str,
    /// The name that readers see.
    pub name: &'static str,
    /// Whether it is still a pilot; all others are approved.
    pub pilot: bool,
    /// The highest rung of data that may go in.
    pub data_max: usize,
}

const fn tool(id: &'static str, name: &'static str, data_max: usize) -> Tool {
    Tool { id, name, pilot: false, data_max }
}

const fn pilot(id: &'static str, name: &'static str, data_max: usize) -> Tool {
    Tool { id, name, pilot: true, data_max }
}

/// The twenty-five tools; those on top are used more often.
pub const TOOLS: [Tool; 25] = [
    tool("assistant", "Assistant", 2),
    tool("meeting-notes", "Meeting notes", 2),
    tool("crm-insights", "CRM insights", 2),
    tool("code-assistant", "Code assistant", 2),
    tool("sheet-helper", "Sheet helper", 2),
    tool("document-search", "Document search", 3),
    tool("translation-desk", "Translation desk", 2),
    tool("ticket-triage", "Ticket triage", 2),
    tool("slide-maker", "Slide maker", 1),
    tool("contract-reader", "Contract reader", 3),
    tool("call-coach", "Call coach", 2),
    tool("survey-sorter", "Survey sorter", 1),
    tool("forecast-model", "Forecast model", 3),
    tool("image-studio", "Image studio", 0),
    tool("mail-drafts", "Mail drafts", 2),
    tool("query-writer", "Query writer", 2),
    tool("release-scribe", "Release scribe", 1),
    tool("policy-finder", "Policy finder", 1),
    tool("invoice-reader", "Invoice reader", 3),
    tool("hiring-notes", "Hiring notes", 3),
    pilot("voice-memo", "Voice memo", 1),
    pilot("web-researcher", "Web researcher", 0),
    pilot("test-writer", "Test writer", 1),
    pilot("stock-planner", "Stock planner", 2),
    pilot("brand-checker", "Brand checker", 1),
];
