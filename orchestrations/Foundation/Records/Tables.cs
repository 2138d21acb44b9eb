namespace HelpDesk.Orchestrations.Foundation.Records;

/// <summary>The tables there are. Their names are lower case letters only, as Table Storage wants them.</summary>
public static class Tables
{
    /// <summary>One row per accepted webhook; insert-only, so a duplicate stops here.</summary>
    public const string Inbox = "inbox";

    /// <summary>Versioned texts and snapshots of a case (claim check).</summary>
    public const string Context = "context";

    /// <summary>One row per case: what the pages list.</summary>
    public const string Cases = "cases";

    /// <summary>Approval gates and their decisions; hand-overs of passes.</summary>
    public const string Approvals = "approvals";

    /// <summary>Terms by which cases are found, and how many of each kind there are.</summary>
    public const string Lookup = "lookup";

    /// <summary>The audit chain of each case.</summary>
    public const string Audit = "audit";

    /// <summary>Signed roots over all audit chains.</summary>
    public const string Checkpoints = "checkpoints";

    /// <summary>How tickets ended.</summary>
    public const string Outcomes = "outcomes";

    /// <summary>Open bulk incidents.</summary>
    public const string Incidents = "incidents";

    /// <summary>Switches: kill switch, "a person, please", budgets used.</summary>
    public const string Flags = "flags";

    /// <summary>All of them, for stores that create them at start.</summary>
    public static IReadOnlyList<string> All { get; } = [Inbox, Context, Cases, Lookup, Approvals, Audit, Checkpoints, Outcomes, Incidents, Flags];
}
