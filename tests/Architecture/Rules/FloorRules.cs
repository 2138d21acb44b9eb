namespace HelpDesk.Architecture.Tests.Rules;

/// <summary>The floors of the core: a folder imports only what comes before it in the order, and never a folder of its own group.</summary>
public static class FloorRules
{
    /// <summary>The order of the folders of orchestrations/, lowest first. The folders of one group do not know each other.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Order { get; } =
    [
        ["Foundation"],
        ["Foundation.Durable", "Foundation.Records", "Foundation.Configuration", "Foundation.Telemetry"],
        ["Domain.Directory", "Domain.Tickets", "Domain.Intents", "Domain.Channels", "Domain.Knowledge", "Domain.RemoteSessions"],
        ["Domain.Bulk"],
        ["Domain.Remediations", "Domain.Notifications"],
        ["Domain.Runbooks"],
        ["Domain.Policy"],
        ["Ledger.Audit", "Ledger.Cases"],
        ["Ledger.Approvals", "Ledger.Steps", "Ledger.Switches", "Ledger.Questions", "Ledger.Channels", "Ledger.Knowledge"],
        ["Ledger.Operators", "Ledger.Budgets", "Ledger.Proofs"],
        [
            "Stages.Intake", "Stages.Understanding", "Stages.Planning", "Stages.Policy", "Stages.Approvals", "Stages.Execution", "Stages.Secrets",
            "Stages.Conversation", "Stages.Knowledge", "Stages.RemoteSessions", "Stages.Outcomes", "Stages.Health", "Stages.Operations",
        ],
        ["Stages.Rulebook"],
        ["Flows.Notices"],
        ["Flows.Steps"],
        ["Flows.Tickets", "Flows.Bulk", "Flows.Undo", "Flows.Actions", "Flows.Knowledge"],
        ["Flows.TakeOver", "Flows.Timers"],
    ];

    /// <summary>Imports that go up, sideways, or come from a folder without a place. The root, which registers the product, may name all.</summary>
    public static IEnumerable<string> Downwards(IEnumerable<Import> imports, string root, IReadOnlyList<IReadOnlyList<string>> order) =>
        from import in imports
        where import.From != root
        let own = Place(import.From, root, order)
        let other = Place(import.To, root, order)
        where own.Floor < 0 || other.Floor < 0 || (own != other && other.Floor >= own.Floor)
        select import.ToString();

    /// <summary>Namespaces that the order does not name.</summary>
    public static IEnumerable<string> WithoutPlace(IEnumerable<string> namespaces, string root, IReadOnlyList<IReadOnlyList<string>> order) =>
        from name in namespaces.Distinct()
        where Import.IsIn(name, root) && name != root && Place(name, root, order).Floor < 0
        select $"{name} has no place in the order of the floors.";

    // The longest name counts: Foundation.Durable stands above Foundation.
    private static (int Floor, string Folder) Place(string name, string root, IReadOnlyList<IReadOnlyList<string>> order) =>
        (from floor in Enumerable.Range(0, order.Count)
         from folder in order[floor]
         where Import.IsIn(name, $"{root}.{folder}")
         orderby folder.Length descending
         select (floor, folder)).DefaultIfEmpty((-1, "")).First();
}
