namespace HelpDesk.Simulator.Tickets.Jira;

/// <summary>A status of the simulated workflow.</summary>
/// <param name="Id">Digits.</param>
/// <param name="Name">As shown.</param>
/// <param name="Category"><c>new</c>, <c>indeterminate</c> or <c>done</c>.</param>
internal sealed record JiraStatus(string Id, string Name, string Category)
{
    /// <summary>Where a request begins.</summary>
    public static readonly JiraStatus Waiting = new("10010", "Waiting for support", "indeterminate");

    /// <summary>Where it is solved.</summary>
    public static readonly JiraStatus Resolved = new("10020", "Resolved", "done");

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<JiraStatus> All =
    [
        Waiting,
        new("10011", "In Progress", "indeterminate"),
        new("10012", "Waiting for customer", "indeterminate"),
        Resolved,
        new("10021", "Closed", "done"),
        new("10022", "Canceled", "done"),
    ];

    /// <summary>The status of an id.</summary>
    public static JiraStatus Of(string id) => All.FirstOrDefault(status => status.Id == id) ?? Custom(id);

    /// <summary>The id of a status: of one of the usual ones, or one that says its own name and category.</summary>
    public static string IdOf(string name, string category) => All.FirstOrDefault(status => status.Name == name && status.Category == category)?.Id ?? $"x|{name}|{category}";

    private static JiraStatus Custom(string id) => id.Split('|') is ["x", var name, var category] ? new JiraStatus(id, name, category) : throw new InvalidOperationException($"There is no status '{id}'.");
}
