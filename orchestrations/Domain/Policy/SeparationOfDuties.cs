using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Policy;

/// <summary>
/// Who must not decide or collect. Opener, approver and collector of a secret are three different people; no approver is who asked or whose
/// account it is. The collector may be the person whose secret it is once they proved who they are.
/// </summary>
public static class SeparationOfDuties
{
    /// <summary>Why a person may not approve; null when they may.</summary>
    /// <param name="approverId">Object id of who wants to decide.</param>
    /// <param name="requesterId">Object id of who asked.</param>
    /// <param name="subjectId">Object id of whose account and devices are changed.</param>
    /// <param name="openerIds">Object ids of who opened the ticket.</param>
    public static string? WhyNot(PersonId approverId, PersonId requesterId, PersonId subjectId, IReadOnlyCollection<string> openerIds)
    {
        if (string.IsNullOrWhiteSpace(approverId))
            return "The sign-in does not say who you are.";
        if (Is(approverId, requesterId))
            return "You asked for this yourself; another approver must decide.";
        if (Is(approverId, subjectId))
            return "This is about your own account or device; another approver must decide.";
        return openerIds.Any(opener => Is(approverId, opener))
            ? "You opened this ticket; another approver must decide."
            : null;
    }

    /// <summary>
    /// Why a person may not collect a secret; null when nothing separates them. Whose account it is collects it only after proof by something other
    /// than the ticket, and is then held to no opener.
    /// </summary>
    /// <param name="collectorId">Object id of who wants to collect.</param>
    /// <param name="openerIds">Object ids of who opened the ticket.</param>
    /// <param name="approverIds">Object ids of who approved it.</param>
    /// <param name="secret">What is collected, in a word.</param>
    public static string? WhyNotCollect(PersonId collectorId, IReadOnlyCollection<string> openerIds, IReadOnlyCollection<string> approverIds, string secret)
    {
        if (string.IsNullOrWhiteSpace(collectorId))
            return "The sign-in does not say who you are.";
        if (approverIds.Any(approver => Is(collectorId, approver)))
            return $"You approved this, so another person must collect the {secret}.";
        return openerIds.Any(opener => Is(collectorId, opener))
            ? $"You opened this ticket, so another person must collect the {secret}."
            : null;
    }

    private static bool Is(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
