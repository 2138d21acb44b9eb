namespace HelpDesk.Orchestrations.Policy.Invariants;

/// <summary>
/// Nobody approves what they asked for or what is done to them. Judged when a person decides and again before the first step;
/// at planning time it refuses a plan that does not say who the two are.
/// </summary>
public sealed class ApproverIsNeitherRequesterNorSubject : PolicyRule
{
    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy) =>
        string.IsNullOrWhiteSpace(input.Plan.RequesterId) || string.IsNullOrWhiteSpace(input.Plan.SubjectId)
            ? Refuse("The plan does not say who asks and whom it is about, so nobody could approve it.")
            : null;

    /// <summary>Why a person may not approve; null when this rule has nothing against it.</summary>
    public static string? WhyNot(string approverId, string requesterId, string subjectId)
    {
        if (string.IsNullOrWhiteSpace(approverId))
            return "The sign-in does not say who you are.";
        if (string.Equals(approverId, requesterId, StringComparison.OrdinalIgnoreCase))
            return "You asked for this yourself; somebody else must decide.";
        return string.Equals(approverId, subjectId, StringComparison.OrdinalIgnoreCase)
            ? "This is about your own account or device; somebody else must decide."
            : null;
    }
}
