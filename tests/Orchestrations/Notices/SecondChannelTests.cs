using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;
using HelpDesk.Orchestrations.Tests.Notices.Pager;

namespace HelpDesk.Orchestrations.Tests.Notices;

/// <summary>A channel is one folder and one line; the real ticket workflow posts on it.</summary>
public sealed class SecondChannelTests
{
    private static readonly NoticeKind[] All = [NoticeKind.Request, NoticeKind.Reminder, NoticeKind.Escalation];

    [Fact]
    public async Task SecondChannel_AddedByOneLine_GetsTheSameNoticesInTheSameOrder()
    {
        using var house = Compromised();

        await house.RunAsync();

        Beeps(house).ShouldBe(All);
        house.Teams.Cards.Select(card => card.Kind).ShouldBe(All);
    }

    [Fact]
    public async Task FirstChannelDown_AllTheTime_SecondGetsEachNoticeOnceAndTheCaseSaysIt()
    {
        using var house = Compromised();
        house.Teams.IsDown = true;
        var context = house.Context(house.Tickets.Ticket!.Reference.CaseId);
        context.OnWait = _ => HalfAnHourAsync(house);

        await house.RunAsync(context);

        Beeps(house).ShouldBe(All);
        house.Teams.Attempts.ShouldBeGreaterThan(10);
        var record = (await house.Get<CaseStore>().FindAsync(house.Tickets.Ticket!.Reference.CaseId, default)).ShouldNotBeNull();
        record.Undelivered.ShouldHaveSingleItem().ShouldContain("It is down.");
        house.Audit.Events.Where(entry => entry.Kind == AuditKinds.NoticeNotDelivered).Select(entry => entry.Facts["channel"]).Distinct(StringComparer.Ordinal).ShouldBe(["teams"]);
        house.Teams.GivenUp.ShouldBePositive();
    }

    [Fact]
    public async Task FirstChannelDown_BackAfterTheReminder_PostsOnlyTheNewest()
    {
        using var house = Compromised();
        house.Teams.IsDown = true;
        var context = house.Context(house.Tickets.Ticket!.Reference.CaseId);
        context.OnWait = _ =>
        {
            house.Teams.IsDown = context.Waits.Count < 3;
            return HalfAnHourAsync(house);
        };

        await house.RunAsync(context);

        house.Teams.Cards.Select(card => card.Kind).ShouldBe([NoticeKind.Escalation]);
        Beeps(house).ShouldBe(All);
    }

    [Fact]
    public async Task EveryChannelDown_Escalation_LetsTheFallbackGroupDecideAllTheSame()
    {
        using var house = Compromised();
        house.Teams.IsDown = true;
        var context = house.Context(house.Tickets.Ticket!.Reference.CaseId);
        var escalated = false;
        context.OnWait = async _ =>
        {
            escalated = await house.Get<ApprovalService>().ListOpenAsync(default).AnyAsync(approval => approval.EscalatedAt is not null);
            return false;
        };

        await house.RunAsync(context);

        escalated.ShouldBeTrue();
    }

    // Retries come and go while no approver decides.
    private static Task<bool> HalfAnHourAsync(House house)
    {
        for (var minute = 0; minute < 30; minute++)
            house.Time.Advance(TimeSpan.FromMinutes(1));
        return Task.FromResult(false);
    }

    private static IEnumerable<NoticeKind> Beeps(House house) =>
        house.Get<IEnumerable<INoticeChannel>>().OfType<PagerChannel>().Single().Beeps.Select(beep => beep.Kind);

    private static House Compromised()
    {
        var house = new House(static services => services.AddPager());
        house.Model.Answer = _ => new TriageAnswer("identity.compromised", 0.97);
        house.Tickets.Write("A problem", "Somebody else signs in with my account, I got strange mails about it today.", $"{House.Requester}@contoso.example");
        return house;
    }
}
