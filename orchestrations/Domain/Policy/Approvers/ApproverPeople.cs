using System.Globalization;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;

namespace HelpDesk.Orchestrations.Domain.Policy.Approvers;

/// <summary>
/// Asks the directory whether the configured approver groups exist and have enough people. Nobody approves what they asked for or what is done
/// to them, so a quorum needs one person more than itself among the approvers, and two more together with the fallback group.
/// </summary>
public sealed class ApproverPeople(IDirectory directory, PolicySet policy)
{
    // More than the largest quorum and the two who are left out.
    private const int Enough = 20;
    private const string Groups = "policy/approvers.yaml";
    private const string Requirements = "policy/approvals.yaml";

    /// <summary>Adds every fault with its file and line. Reads each group once, and no more of it than matters.</summary>
    /// <exception cref="VendorException">The directory cannot be read now.</exception>
    public async Task CheckAsync(ConfigurationReport report, CancellationToken cancellation)
    {
        var people = new Dictionary<string, IReadOnlyList<string>?>(StringComparer.Ordinal);
        var asked = policy.Approvals.Requirements.SelectMany(one => new[] { one.Approval.ApproverGroup, one.Approval.FallbackGroup }).ToHashSet(StringComparer.Ordinal);
        foreach (var group in policy.Approvers.Values.Where(group => asked.Contains(group.Name)))
        {
            people[group.Name] = await directory.GetMembersAsync(group.GroupId, Enough, cancellation);
            if (people[group.Name] is null)
                report.Add(Groups, group.Line, $"The approver group '{group.Name}' ({group.GroupId}) does not exist in the directory.", $"Correct its id, or set Policy:Approvers:{group.Name}.");
        }

        foreach (var requirement in policy.Approvals.Requirements)
            Check(requirement, people.GetValueOrDefault(requirement.Approval.ApproverGroup), people.GetValueOrDefault(requirement.Approval.FallbackGroup), report);
    }

    // A group that does not exist has its fault already.
    private static void Check(NamedRequirement requirement, IReadOnlyList<string>? approvers, IReadOnlyList<string>? fallback, ConfigurationReport report)
    {
        var (group, others, quorum) = (requirement.Approval.ApproverGroup, requirement.Approval.FallbackGroup, requirement.Approval.Quorum);
        if (approvers is not null && approvers.Count <= quorum)
            Fault($"'{group}' has {Count(approvers.Count)}: whoever asks may be one of them and cannot approve, so a quorum of {quorum} needs {quorum + 1}.");
        if (fallback is { Count: 0 })
            Fault($"its fallback '{others}' has no members.");
        else if (approvers is not null && fallback is not null && approvers.Union(fallback, StringComparer.OrdinalIgnoreCase).Count() is var together && together < quorum + 2)
            Fault($"'{group}' and '{others}' together have {Count(together)}: who asks and whom it is about may be two of them, so a quorum of {quorum} needs {quorum + 2}.");

        void Fault(string what) => report.Add(
            Requirements, requirement.Line, string.Create(CultureInfo.InvariantCulture, $"Of the requirement '{requirement.Name}' {what}"), "Add people to the group in Entra, or lower 'quorum'.");
    }

    private static string Count(int people) => people == 1 ? "1 person" : string.Create(CultureInfo.InvariantCulture, $"{people} people");
}

/// <summary>A group of people who may approve.</summary>
/// <param name="Name">As policy files name it.</param>
/// <param name="Title">As people read it.</param>
/// <param name="GroupId">Entra group id; membership is read at the moment of the decision.</param>
/// <param name="Line">Its line in <c>policy/approvers.yaml</c>; default 1.</param>
public sealed record ApproverGroup(string Name, string Title, GroupId GroupId, int Line = 1);
