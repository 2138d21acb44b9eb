namespace HelpDesk.Simulator.Tickets.Jira;

/// <summary>A transition of the simulated workflow.</summary>
/// <param name="Id">Digits.</param>
/// <param name="Name">As shown.</param>
/// <param name="To">Id of the status it leads to.</param>
/// <param name="IsFromOpen">True when it starts in an open status; otherwise in a done one.</param>
/// <param name="IsForCustomers">True when the portal offers it too.</param>
internal sealed record JiraTransition(string Id, string Name, string To, bool IsFromOpen, bool IsForCustomers)
{
    /// <summary>Name of the one that takes a solved request up again.</summary>
    public static readonly JiraTransition Reopen = new("901", "Back to support", "10010", IsFromOpen: false, IsForCustomers: true);

    private static readonly IReadOnlyList<JiraTransition> All =
    [
        new("11", "Start progress", "10011", IsFromOpen: true, IsForCustomers: false),
        new("21", "Respond to customer", "10012", IsFromOpen: true, IsForCustomers: false),
        // As real workflows have it: what cancels may come before what resolves.
        new("771", "Cancel request", "10022", IsFromOpen: true, IsForCustomers: true),
        new("761", "Resolve this issue", "10020", IsFromOpen: true, IsForCustomers: true),
        new("891", "Close", "10021", IsFromOpen: false, IsForCustomers: false),
        Reopen,
    ];

    /// <summary>What may be done with an issue now.</summary>
    public static IEnumerable<JiraTransition> Of(JiraIssue issue)
    {
        var isOpen = JiraStatus.Of(issue.StatusId).Category != "done";
        return All.Where(transition => transition.IsFromOpen == isOpen && transition.To != issue.StatusId);
    }

    /// <summary>True when its screen asks for a resolution.</summary>
    public bool HasResolution => Resolutions is not null;

    /// <summary>What its screen offers as a resolution; null = its screen has no such field.</summary>
    public IReadOnlyList<string>? Resolutions { get; init; } = JiraStatus.Of(To).Category == "done" ? ["Done", "Won't Do", "Duplicate"] : null;

    /// <summary>A further field without which it is refused; null = none.</summary>
    public string? RequiredField { get; init; }
}
