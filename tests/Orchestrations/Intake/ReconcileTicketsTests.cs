using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Stages.Intake;

namespace HelpDesk.Orchestrations.Tests.Intake;

public sealed class ReconcileTicketsTests : IntakeTest
{
    [Fact]
    public async Task Ticket_WithoutWebhook_IsTakenInOnce()
    {
        ServiceNow.Tickets.Add((Incident(1), Time.GetUtcNow()));

        var first = await Reconcile.RunAsync(default);
        var second = await Reconcile.RunAsync(default);

        first.Systems["servicenow"].ShouldBe(new ReconciledSystem(Time.GetUtcNow(), 1, 1, null));
        second.Systems["servicenow"].Missed.ShouldBe(0);
        Workflows.Messages.Count.ShouldBe(1);
        (await Reconcile.LastAsync(default))!.Systems["servicenow"].ShouldBe(second.Systems["servicenow"]);
    }

    [Fact]
    public async Task Ticket_ToldByWebhook_IsNotTakenInAgain()
    {
        await ReceiveAsync(WebhookReading.Tells(Incident(1), TicketEventKind.Created, "0"));
        ServiceNow.Tickets.Add((Incident(1), Time.GetUtcNow()));

        (await Reconcile.RunAsync(default)).Systems["servicenow"].Missed.ShouldBe(0);

        Workflows.Messages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Webhook_AfterReconciliation_IsADuplicate()
    {
        ServiceNow.Tickets.Add((Incident(1), Time.GetUtcNow()));
        await Reconcile.RunAsync(default);

        (await ReceiveAsync(WebhookReading.Tells(Incident(1), TicketEventKind.Created, "0"))).Outcome.ShouldBe(IntakeOutcome.Duplicate);
        Workflows.Starts.Count.ShouldBe(1);
    }

    [Fact]
    public async Task System_Down_IsToldAndAskedFromItsLastSuccess()
    {
        await Reconcile.RunAsync(default);
        var good = Time.GetUtcNow();
        ServiceNow.IsDown = true;
        Time.Advance(TimeSpan.FromHours(1));
        var down = await Reconcile.RunAsync(default);
        ServiceNow.IsDown = false;
        ServiceNow.Tickets.Add((Incident(1), Time.GetUtcNow().AddMinutes(-50)));
        Time.Advance(TimeSpan.FromMinutes(5));

        var back = await Reconcile.RunAsync(default);

        down.Systems["servicenow"].LastSuccessAt.ShouldBe(good);
        down.Systems["servicenow"].Fault.ShouldBe("servicenow is down.");
        down.Systems["jira"].Fault.ShouldBeNull();
        ServiceNow.AskedSince[^1].ShouldBe(good - Settings.ReconcileOverlap);
        back.Systems["servicenow"].Missed.ShouldBe(1);
    }

    [Theory]
    [InlineData(70, 70)]
    [InlineData(3_000, 0)]
    public async Task Store_AwayBeforeTheFirstLook_TheLookBeginsAtTheFirstTicketOfTheLastDay(int minutesAway, int minutesBack)
    {
        await ReceiveAsync(WebhookReading.Tells(Incident(1), TicketEventKind.Created, "0"));
        ServiceNow.Tickets.Add((Incident(2), Time.GetUtcNow().AddMinutes(2)));
        Time.Advance(TimeSpan.FromMinutes(minutesAway));

        var result = await Reconcile.RunAsync(default);

        ServiceNow.AskedSince[^1].ShouldBe(Time.GetUtcNow().AddMinutes(-minutesBack) - Settings.ReconcileOverlap);
        result.Systems["servicenow"].Missed.ShouldBe(minutesBack > 0 ? 1 : 0);
    }

    [Fact]
    public async Task System_DownSinceItsFirstLook_IsAskedFromThatLook()
    {
        var first = Time.GetUtcNow();
        ServiceNow.IsDown = true;
        await Reconcile.RunAsync(default);
        Time.Advance(TimeSpan.FromHours(1));
        await Reconcile.RunAsync(default);
        ServiceNow.IsDown = false;
        ServiceNow.Tickets.Add((Incident(1), first.AddMinutes(5)));
        Time.Advance(TimeSpan.FromHours(1));

        var back = await Reconcile.RunAsync(default);

        ServiceNow.AskedSince[^1].ShouldBe(first - Settings.ReconcileOverlap);
        back.Systems["servicenow"].Missed.ShouldBe(1);
        back.Systems["servicenow"].FirstLookAt.ShouldBeNull();
    }

    [Fact]
    public async Task System_DownForDaysSinceItsFirstLook_IsAskedFromADayBack()
    {
        ServiceNow.IsDown = true;
        await Reconcile.RunAsync(default);
        ServiceNow.IsDown = false;
        Time.Advance(TimeSpan.FromDays(9));

        await Reconcile.RunAsync(default);

        ServiceNow.AskedSince[^1].ShouldBe(Time.GetUtcNow() - TimeSpan.FromDays(1) - Settings.ReconcileOverlap);
    }
}
