namespace HelpDesk.Orchestrations.Domain.Policy.Approvers;

/// <summary>Who must approve what and until when.</summary>
/// <param name="Requirements">Named requirements, the strictest first.</param>
/// <param name="Default">Name of the requirement that counts where no other is named.</param>
/// <param name="ByRemediation">Requirement name by catalogue id.</param>
public sealed record ApprovalRules(
    IReadOnlyList<NamedRequirement> Requirements, string Default, IReadOnlyDictionary<string, string> ByRemediation)
{
    /// <summary>Name of the requirement for what wipes or gives in, done to people with reach (policy/protection.yaml); null = no other than for anybody.</summary>
    public string? Reach { get; init; }

    /// <summary>
    /// One requirement that is at least as strict as every named one: approvers of the one listed first, the largest quorum, the
    /// earliest deadline. Null when there is no name or one of them is not known: what nobody knows could be the strictest.
    /// </summary>
    public NamedRequirement? Strictest(IEnumerable<string> names)
    {
        var wanted = names.ToHashSet(StringComparer.Ordinal);
        var named = Requirements.Where(requirement => wanted.Contains(requirement.Name)).ToList();
        if (named.Count == 0 || named.Count < wanted.Count)
            return null;

        var deadline = named.Min(requirement => requirement.Approval.Deadline);
        var first = named[0];
        var escalateAfter = Earlier(first.Approval.EscalateAfter, deadline);
        return first with
        {
            Approval = first.Approval with
            {
                Quorum = named.Max(requirement => requirement.Approval.Quorum),
                Deadline = deadline,
                EscalateAfter = escalateAfter,
                RemindAfter = first.Approval.RemindAfter < escalateAfter ? first.Approval.RemindAfter : escalateAfter,
            },
        };
    }

    private static TimeSpan Earlier(TimeSpan span, TimeSpan deadline) => span < deadline ? span : deadline / 2;
}

/// <summary>An approval requirement under its name in <c>policy/approvals.yaml</c>.</summary>
/// <param name="Name">The name.</param>
/// <param name="Approval">What it requires.</param>
/// <param name="Line">Its line in <c>policy/approvals.yaml</c>; default 1.</param>
public sealed record NamedRequirement(string Name, ApprovalRequirement Approval, int Line = 1);
