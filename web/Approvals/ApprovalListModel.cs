
namespace HelpDesk.Web.Approvals;

/// <summary>What the list of approvals shows.</summary>
/// <param name="Approvals">Approvals that wait, the oldest first.</param>
/// <param name="HandOvers">Hand-overs that wait, the oldest first.</param>
public sealed record ApprovalListModel(IReadOnlyList<WaitingItem> Approvals, IReadOnlyList<WaitingItem> HandOvers);
