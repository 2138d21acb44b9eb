using HelpDesk.Orchestrations.Ledger.Approvals;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>What an approval looked like.</summary>
/// <param name="State">Its state.</param>
/// <param name="PersonWanted">True when somebody asked for a person.</param>
/// <param name="IsChanged">True when the stored approval was changed outside this program, so that it does not count. Default false.</param>
/// <param name="Stop">Why the case stops, from what became of its ticket; null when it does not.</param>
public sealed record ApprovalStatus(ApprovalState State, bool PersonWanted, bool IsChanged = false, string? Stop = null);

/// <summary>What a case does once its approval is over, in the words of its page.</summary>
internal static class ApprovalProgress
{
    /// <summary>The words.</summary>
    public static string After(ApprovalState state) => state == ApprovalState.Approved ? "Carrying out the approved plan" : "Escalating to a person";
}
