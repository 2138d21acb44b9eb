using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Flows.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Stages.Intake;

namespace HelpDesk.Orchestrations.Tests.Intake;

public sealed class TicketIntakeTests : IntakeTest
{
    private static WebhookReading Created(int number, string delivery = "0", DateTimeOffset? sentAt = null) =>
        WebhookReading.Tells(Incident(number), TicketEventKind.Created, delivery, sentAt);

    [Fact]
    public async Task Creation_First_IsKeptThenQueued()
    {
        var answer = await ReceiveAsync(Created(1));

        answer.ShouldBe(new IntakeAnswer(IntakeOutcome.Accepted, Incident(1).CaseId));
        Workflows.Starts.Keys.ShouldBe([Incident(1).CaseId]);
        (await Inbox.KnowsAsync(Incident(1), default)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("5137153cc611227c000bbd1bd8cd2005", "servicenow:5137153cc611227c000bbd1bd8cd2005")]
    [InlineData("712020:amy", "servicenow:712020:amy")]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("amy@example.com\n", null)]
    [InlineData("a long one: ", null)]
    public async Task Requester_AsTheSenderSays_IsAShareAndAnOddOneIsNone(string? askedBy, string? share)
    {
        var odd = askedBy == "a long one: " ? new string('x', 125) : askedBy;

        await ReceiveAsync(WebhookReading.Tells(Incident(1), TicketEventKind.Created, "0", askedBy: odd));

        var message = Workflows.Messages.Single();
        message.AskedBy.ShouldBe(share);
        TicketWorkflow.Reference.ShareOf(DurableJson.Write(new TicketWorkflow.Input(message.Ticket, message.ReceivedAt, message.AskedBy))).ShouldBe(share);
        TicketChangedWorkflow.Reference.ShareOf(DurableJson.Write(new TicketChangedWorkflow.Input(message.Ticket, message.AskedBy))).ShouldBe(share);
    }

    [Fact]
    public async Task Creation_ToldAgainUnderAnotherDelivery_IsADuplicateQueuedAsFirstKept()
    {
        await ReceiveAsync(Created(1, "first"));
        Time.Advance(TimeSpan.FromMinutes(20));

        (await ReceiveAsync(Created(1, "second"))).Outcome.ShouldBe(IntakeOutcome.Duplicate);

        Workflows.Messages.Distinct().Count().ShouldBe(1);
        Workflows.SentAgain.ToArray().ShouldBe([false, true], customMessage: "a queue that drops what it has seen must not drop the second");
    }

    [Fact]
    public async Task Creation_AfterAChangeOfTheSameCount_StillStartsTheCase()
    {
        await ReceiveAsync(WebhookReading.Tells(Incident(1), TicketEventKind.Changed, "1"));

        (await ReceiveAsync(Created(1, "1"))).Outcome.ShouldBe(IntakeOutcome.Accepted);

        Workflows.Starts.ShouldContainKey(Incident(1).CaseId);
    }

    [Fact]
    public async Task Changes_EachDelivery_IsOneInstance()
    {
        foreach (var delivery in new[] { "1", "2", "1" })
            await ReceiveAsync(WebhookReading.Tells(Incident(1), TicketEventKind.Changed, delivery));

        Workflows.Starts.Count.ShouldBe(2);
        Workflows.Starts.Keys.ShouldAllBe(id => id.StartsWith($"{Incident(1).CaseId}-change-"));
    }

    [Fact]
    public async Task SameDelivery_FiftyTimesAtOnce_IsOneStart()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => ReceiveAsync(Created(7)))));

        answers.Count(answer => answer.Outcome == IntakeOutcome.Accepted).ShouldBe(1);
        answers.Count(answer => answer.Outcome == IntakeOutcome.Duplicate).ShouldBe(49);
        Workflows.Starts.Count.ShouldBe(1);
        Store.CountOf(Tables.Inbox).ShouldBe(2);
    }

    [Fact]
    public async Task Store_Down_ThrowsAndNothingIsQueued()
    {
        Store.IsDown = true;

        await Should.ThrowAsync<VendorException>(() => ReceiveAsync(Created(1)));

        Workflows.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Queue_Down_TheRepeatedDeliveryStarts()
    {
        Workflows.IsDown = true;
        await Should.ThrowAsync<VendorException>(() => ReceiveAsync(Created(1)));
        Workflows.IsDown = false;

        (await ReceiveAsync(Created(1))).Outcome.ShouldBe(IntakeOutcome.Duplicate);

        Workflows.Starts.ShouldContainKey(Incident(1).CaseId);
    }

    [Theory]
    [InlineData(-24 * 60 - 1, IntakeOutcome.Stale)]
    [InlineData(-24 * 60, IntakeOutcome.Accepted)]
    [InlineData(5, IntakeOutcome.Accepted)]
    [InlineData(6, IntakeOutcome.Stale)]
    public async Task SentAt_OutsideItsAge_IsStale(int minutes, IntakeOutcome outcome) =>
        (await ReceiveAsync(Created(1, sentAt: Time.GetUtcNow().AddMinutes(minutes)))).Outcome.ShouldBe(outcome);

    [Fact]
    public async Task Ignored_Webhook_LeavesNothing()
    {
        (await ReceiveAsync(WebhookReading.Ignored("Our own write."))).Outcome.ShouldBe(IntakeOutcome.Ignored);
        (await ReceiveAsync(WebhookReading.Malformed("sys_id", "is missing."))).Field.ShouldBe("sys_id");

        Store.CountOf(Tables.Inbox).ShouldBe(0);
        Workflows.Messages.ShouldBeEmpty();
    }
}
