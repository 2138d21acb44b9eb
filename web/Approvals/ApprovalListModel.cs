namespace HelpDesk.Web.Approvals;

/// <summary>What the list of approvals shows.</summary>
/// <param name="Query">What was asked for.</param>
/// <param name="Approvals">One page of the approvals that wait.</param>
/// <param name="HandOvers">One page of the secret hand-overs that wait.</param>
/// <param name="Intents">Intents there are, for the filter.</param>
public sealed record ApprovalListModel(WaitingQuery Query, WaitingPage Approvals, WaitingPage HandOvers, IReadOnlyList<string> Intents)
{
    /// <summary>Whose approvals the viewer decides, and who decides theirs.</summary>
    public DelegationModel Delegations { get; init; } = new(false, null, null, []);
}
