
namespace HelpDesk.Web.Approvals;

/// <summary>What the list of approvals shows.</summary>
/// <param name="Approvals">Approvals waiting, the oldest first.</param>
/// <param name="HandOvers">Hand-overs waiting, the oldest first.</param>
public sealed record ApprovalListModel(IReadOnlyList<WaitingItem> Approvals, IReadOnlyList<WaitingItem> HandOvers);
