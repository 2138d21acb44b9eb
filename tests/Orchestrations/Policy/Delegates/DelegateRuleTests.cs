using HelpDesk.Orchestrations.Domain.Policy.Delegates;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Policy.Delegates;

public sealed class DelegateRuleTests
{
    private const string Group = "hr-group";
    private readonly FakeDirectory _directory = new();

    public DelegateRuleTests()
    {
        _directory.Add("report", "Report");
        _directory.Add("manager", "Manager");
        _directory.Add("grand-manager", "Manager of the manager");
        _directory.Add("hr", "Human resources", Group);
        _directory.Managers["report"] = "manager";
        _directory.Managers["manager"] = "grand-manager";
        _directory.Managers["orphan"] = "gone";
    }

    [Theory]
    [InlineData(DelegateRelation.Manager, null, "manager", "report", true)]
    [InlineData(DelegateRelation.Manager, null, "grand-manager", "report", false)]
    [InlineData(DelegateRelation.Manager, null, "report", "manager", false)]
    [InlineData(DelegateRelation.Manager, null, "report", "report", false)]
    [InlineData(DelegateRelation.Manager, null, "hr", "report", false)]
    [InlineData(DelegateRelation.Manager, null, "manager", "grand-manager", false)]
    [InlineData(DelegateRelation.Manager, null, "gone", "orphan", false)]
    [InlineData(DelegateRelation.MemberOfGroup, Group, "hr", "report", true)]
    [InlineData(DelegateRelation.MemberOfGroup, Group, "manager", "report", false)]
    [InlineData(DelegateRelation.MemberOfGroup, null, "hr", "report", false)]
    [InlineData((DelegateRelation)9, Group, "hr", "report", false)]
    public async Task Relation_InTheDirectoryNow_HoldsOrDoesNot(DelegateRelation relation, string? group, string requester, string subject, bool holds) =>
        (await new DelegateRule("rule", ["leaver"], relation, group is { } groupIdText ? new GroupId(groupIdText) : null).HoldsAsync(_directory, new PersonId(requester), new PersonId(subject), default)).ShouldBe(holds);
}
