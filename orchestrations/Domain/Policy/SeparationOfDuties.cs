namespace HelpDesk.Orchestrations.Domain.Policy;

/// <summary>Who must not decide: no one approves what they asked for or what is done to them.</summary>
public static class SeparationOfDuties
{
    /// <summary>Why a person may not approve; null when they may.</summary>
    public static string? WhyNot(string approverId, string requesterId, string subjectId)
    {
        if (string.IsNullOrWhiteSpace(approverId))
            return "The sign-in does not say who you are.";
        if (string.Equals(approverId, requesterId, StringComparison.OrdinalIgnoreCase))
            return "You asked for this yourself; another approver must decide.";
        return string.Equals(approverId, subjectId, StringComparison.OrdinalIgnoreCase)
            ? "This is about your own account or device; another approver must decide."
            : null;
    }
}
