using CsCheck;
using HelpDesk.Orchestrations.Domain.Policy.Approvers;

namespace HelpDesk.Orchestrations.Tests.Policy.Approvers;

public sealed class ApprovalRulesTests
{
    private static readonly ApprovalRules Rules = new(
        [
            Scene.Requirement("two-people", "security", quorum: 2, deadlineHours: 72, remindHours: 6, escalateHours: 24),
            Scene.Requirement("one-person-soon", "desk", quorum: 1, deadlineHours: 8),
            Scene.Requirement("owner", "owners", quorum: 3, deadlineHours: 24, remindHours: 4, escalateHours: 12),
        ],
        "owner",
        new Dictionary<string, string>(StringComparer.Ordinal));

    [Theory]
    [InlineData("two-people", "security", 2, 72)]
    [InlineData("one-person-soon", "desk", 1, 8)]
    [InlineData("two-people,one-person-soon", "security", 2, 8)]
    [InlineData("one-person-soon,two-people", "security", 2, 8)]
    [InlineData("one-person-soon,owner", "desk", 3, 8)]
    [InlineData("owner,two-people,one-person-soon", "security", 3, 8)]
    [InlineData("owner,owner", "owners", 3, 24)]
    public void SeveralNames_Merged_AsStrictAsEachOfThem(string names, string group, int quorum, int deadlineHours)
    {
        var merged = Rules.Strictest(names.Split(',')).ShouldNotBeNull().Approval;

        (merged.ApproverGroup, merged.Quorum, merged.Deadline).ShouldBe((group, quorum, TimeSpan.FromHours(deadlineHours)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody-knows")]
    [InlineData("two-people,nobody-knows")]
    [InlineData("Two-People")]
    public void Name_ThatIsNotKnown_IsNotTakenForAMilderOne(string names) =>
        Rules.Strictest(names.Split(',', StringSplitOptions.RemoveEmptyEntries)).ShouldBeNull();

    [Fact]
    public void Times_OfAnEarlierDeadline_StayBeforeItAndInOrder()
    {
        // Alone it reminds after 6 hours and escalates after 24: with a deadline of 8 hours both must come sooner.
        var merged = Rules.Strictest(["two-people", "one-person-soon"]).ShouldNotBeNull().Approval;

        merged.EscalateAfter.ShouldBe(TimeSpan.FromHours(4));
        merged.RemindAfter.ShouldBe(TimeSpan.FromHours(4));
    }

    [Fact]
    public void AnyRequirements_Merged_NoneOfThemIsLoosened()
    {
        var requirement = Gen.Select(Gen.Int[1, 5], Gen.Int[3, 200], Gen.Double[0.1, 0.9], Gen.Double[0.1, 1]).Select((quorum, deadline, escalate, remind) =>
            Scene.Requirement("x", "desk", quorum, deadline, deadline * escalate * remind, deadline * escalate));

        requirement.Array[1, 6].Sample(all =>
        {
            var named = all.Select((one, at) => one with { Name = $"r{at}" }).ToList();
            var merged = new ApprovalRules(named, "r0", new Dictionary<string, string>(StringComparer.Ordinal)).Strictest(named.Select(one => one.Name)).ShouldNotBeNull().Approval;

            merged.ApproverGroup.ShouldBe(named[0].Approval.ApproverGroup);
            named.ShouldAllBe(one => one.Approval.Quorum <= merged.Quorum && merged.Deadline <= one.Approval.Deadline);
            merged.RemindAfter.ShouldBeLessThanOrEqualTo(merged.EscalateAfter);
            merged.EscalateAfter.ShouldBeLessThan(merged.Deadline);
            merged.RemindAfter.ShouldBeGreaterThan(TimeSpan.Zero);
        });
    }
}
