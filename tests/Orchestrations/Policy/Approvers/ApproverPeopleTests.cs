using HelpDesk.Orchestrations.Domain.Policy.Approvers;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Policy.Approvers;

public sealed class ApproverPeopleTests
{
    private const string Owners = "owners";
    private readonly FakeDirectory _directory = new();

    // The requirement wants so many of 'owners', and falls back to 'managers'.
    [Theory]
    [InlineData(1, 2, 1)]
    [InlineData(1, 2, 2)]
    [InlineData(2, 3, 1)]
    public async Task Groups_WithEnoughPeople_AreWithoutFault(int quorum, int owners, int managers) =>
        (await CheckAsync(quorum, owners, managers)).ShouldBeEmpty();

    [Theory]
    [InlineData(1, 1, 5, "'owners' has 1 person: whoever asks may be one of them and cannot approve, so a quorum of 1 needs 2.")]
    [InlineData(2, 2, 5, "'owners' has 2 people: whoever asks may be one of them and cannot approve, so a quorum of 2 needs 3.")]
    [InlineData(1, 5, 0, "its fallback 'managers' has no members.")]
    public async Task Group_WithTooFewPeople_IsAFaultOfTheRequirement(int quorum, int owners, int managers, string expected)
    {
        var fault = (await CheckAsync(quorum, owners, managers)).ShouldHaveSingleItem();

        (fault.File, fault.Line).ShouldBe(("policy/approvals.yaml", 7));
        fault.What.ShouldBe($"Of the requirement 'owner' {expected}");
        fault.Remedy.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task SamePeopleInBothGroups_CountOnce()
    {
        Fill(Owners, "ann", "ben");
        Fill("managers", "ben");

        var fault = (await CheckAsync(1)).ShouldHaveSingleItem();

        fault.What.ShouldContain("'owners' and 'managers' together have 2 people");
    }

    [Fact]
    public async Task Group_ThatDoesNotExist_IsAFaultOfItsOwnLine()
    {
        Fill("managers", "mia", "max", "mo");

        var fault = (await CheckAsync(1)).ShouldHaveSingleItem();

        (fault.File, fault.Line).ShouldBe(("policy/approvers.yaml", 3));
        fault.What.ShouldBe("The approver group 'owners' (owners) does not exist in the directory.");
        fault.Remedy.ShouldContain("Policy:Approvers:owners");
    }

    [Fact]
    public async Task Faults_OfSeveralGroups_AreAllInOneReport() => (await CheckAsync(1)).Count.ShouldBe(2);

    private async Task<IReadOnlyList<ConfigurationError>> CheckAsync(int quorum, int owners, int managers)
    {
        Fill(Owners, [.. Enumerable.Range(0, owners).Select(at => $"owner-{at}")]);
        Fill("managers", [.. Enumerable.Range(0, managers).Select(at => $"manager-{at}")]);
        return await CheckAsync(quorum);
    }

    private async Task<IReadOnlyList<ConfigurationError>> CheckAsync(int quorum)
    {
        var report = new ConfigurationReport();
        var policy = Scene.Policy with
        {
            Approvers = new[] { Owners, "managers", "nobody-asks-them" }.ToDictionary(name => name, name => new ApproverGroup(name, name, new GroupId(name), Line: 3), StringComparer.Ordinal),
            Approvals = new ApprovalRules([Scene.Requirement("owner", Owners, quorum, deadlineHours: 72) with { Line = 7 }], "owner", new Dictionary<string, string>(StringComparer.Ordinal)),
        };
        await new ApproverPeople(_directory, policy).CheckAsync(report, default);
        return report.Faults;
    }

    private void Fill(string group, params string[] people) => _directory.Groups[group] = (group, [.. people]);
}
