using HelpDesk.Functions.Durable;
using HelpDesk.Functions.Intake;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Flows.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Orchestrations.Tests.Harness;
using HelpDesk.Orchestrations.Tests.Intake;
using HelpDesk.Orchestrations.Tests.Records;
using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.Extensions.Logging.Abstractions;

namespace HelpDesk.Functions.Tests.Intake;

public sealed class TicketMessagesTests
{
    private static readonly DateTimeOffset Monday = new(2026, 10, 12, 8, 14, 0, TimeSpan.Zero);

    private static readonly QueuedTicket Created = new(
        new TicketReference("servicenow", "9d385017c611228701d22104cc95c371", "INC0010023"), TicketEventKind.Created, "9d385017c611228701d22104cc95c371/0", Monday, null);

    private readonly MemoryRecordStore _store = new();
    private readonly MemoryWorkflows _workflows = new();

    private DeadLetters DeadLetters => new(_store, TestTicketSystems.Catalogue, TimeProvider.System, NullLogger<DeadLetters>.Instance);

    private readonly SteppedTime _time = new(Monday);

    private TicketMessages Messages => MessagesOver(_workflows);

    [Fact]
    public async Task Message_Twice_StartsOneWorkflowAndBothSucceed()
    {
        await StartAsync(DurableJson.Write(Created));
        await StartAsync(DurableJson.Write(Created));

        _workflows.Starts.Keys.ShouldBe([Created.InstanceId]);
        (await OpenAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Message_WhoseWorkflowRuns_IsSuccessAndMarked()
    {
        _workflows.Starts[Created.InstanceId] = 1;

        await StartAsync(DurableJson.Write(Created));

        (await new Inbox(_store).WasStartedAsync(Created, default)).ShouldBeTrue();
    }

    [Fact]
    public async Task Message_WhoseHistoryWasPurged_StartsNothing()
    {
        await StartAsync(DurableJson.Write(Created));
        _workflows.Starts.Clear();

        await StartAsync(DurableJson.Write(Created));

        _workflows.Starts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("{}")]
    [InlineData("""{"ticket":null,"kind":"created","deliveryId":"x"}""")]
    [InlineData("""{"ticket":{"system":"remedy","externalId":"9d385017c611228701d22104cc95c371","number":"INC0010023"},"kind":"created","deliveryId":"x"}""")]
    [InlineData("""{"ticket":{"system":"servicenow","externalId":"../../etc/passwd","number":"INC0010023"},"kind":"created","deliveryId":"x"}""")]
    public async Task Message_Unreadable_IsKeptAtOnceWithReasonAndDescription(string body)
    {
        await StartAsync(body, ("MessageId", "m-1"), ("DeliveryCount", 3));

        var letter = (await OpenAsync()).ShouldHaveSingleItem();
        (letter.Id, letter.Reason, letter.Message, letter.Deliveries).ShouldBe(("m-1", DeadLetters.Malformed, null, 3));
        letter.Description.ShouldContain("something else writes into the queue");
        _workflows.Starts.ShouldBeEmpty();
    }

    /// <summary>256 KB is the most that the queue delivers. Wherever the length stands, it is decided at once and not ten times.</summary>
    [Theory]
    [InlineData("""{"ticket":{"system":"servicenow","externalId":"LONG","number":"INC0010023"},"kind":"created","deliveryId":"x"}""")]
    [InlineData("""{"ticket":{"system":"servicenow","externalId":"9d385017c611228701d22104cc95c371","number":"LONG"},"kind":"created","deliveryId":"x"}""")]
    [InlineData("""{"ticket":{"system":"servicenow","externalId":"9d385017c611228701d22104cc95c371","number":"INC0010023"},"kind":"changed","deliveryId":"LONG"}""")]
    [InlineData("""{"ticket":{"system":"servicenow","externalId":"9d385017c611228701d22104cc95c371","number":"INC0010023"},"kind":"created","deliveryId":"x","traceParent":"LONG"}""")]
    [InlineData("""{"ticket":{"system":"servicenow","externalId":"9d385017c611228701d22104cc95c371","number":"INC0010023"},"kind":"created","deliveryId":"x","traceState":"LONG"}""")]
    [InlineData("""{"ticket":{"system":"servicenow","externalId":"9d385017c611228701d22104cc95c371","number":"INC0010023"},"kind":"created","deliveryId":"x","askedBy":"LONG"}""")]
    [InlineData("LONG")]
    public async Task Message_Of256KB_IsKeptAtOnce(string form)
    {
        await StartAsync(form.Replace("LONG", new string('9', (256 * 1024) - form.Length), StringComparison.Ordinal), ("MessageId", "m-1"));

        (await OpenAsync()).ShouldHaveSingleItem().Reason.ShouldBe(DeadLetters.Malformed);
        _workflows.Starts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Message_Of256KBThatNamesItsTicket_IsWorkedOn()
    {
        await StartAsync($$"""{"of a newer version":"{{new string('9', 250 * 1024)}}",{{DurableJson.Write(Created)[1..]}}""");

        _workflows.Starts.Keys.ShouldBe([Created.InstanceId]);
    }

    [Fact]
    public async Task Message_WithoutAnId_IsKeptUnderTheInvocation()
    {
        await StartAsync("no json");

        (await OpenAsync()).ShouldHaveSingleItem().Id.ShouldBe("invocation-1");
    }

    /// <summary>Ten deliveries were once used up in six seconds: the ticket was given up for an outage that ended by itself.</summary>
    [Theory]
    [InlineData(10)]
    [InlineData(120)]
    [InlineData(420)]
    public async Task Message_StoreAwayForAWhile_IsWaitedForInOneDelivery(int seconds)
    {
        var workflows = new DownWorkflows(_workflows, _time, Monday.AddSeconds(seconds));

        var work = MessagesOver(workflows).StartAsync(DurableJson.Write(Created), null!, new MessageContext(), default);
        await AdvanceUntilDoneAsync(work);

        _workflows.Starts.Keys.ShouldBe([Created.InstanceId]);
        _time.GetUtcNow().ShouldBeLessThanOrEqualTo(Monday.AddSeconds(seconds + 31));
        (await OpenAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Message_StoreAwayForAnHour_IsWorkedOnWithinItsTenDeliveries()
    {
        var workflows = new DownWorkflows(_workflows, _time, Monday.AddHours(1));
        var deliveries = 0;

        while (_workflows.Starts.IsEmpty)
        {
            (++deliveries).ShouldBeLessThanOrEqualTo(10);
            var work = MessagesOver(workflows).StartAsync(DurableJson.Write(Created), null!, new MessageContext(), default);
            await AdvanceUntilDoneAsync(work, mayFail: true);
        }

        (await OpenAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Message_StoreAwayForTooLong_ThrowsBeforeItsLockIsNoLongerRenewed()
    {
        var work = MessagesOver(new DownWorkflows(_workflows, _time, DateTimeOffset.MaxValue)).StartAsync(DurableJson.Write(Created), null!, new MessageContext(), default);

        await AdvanceUntilDoneAsync(work, mayFail: true);

        (await Should.ThrowAsync<VendorException>(work)).Message.ShouldContain("did not answer");
        _time.GetUtcNow().ShouldBeLessThanOrEqualTo(Monday + QueueBackOff.Limit);
        (await new Inbox(_store).WasStartedAsync(Created, default)).ShouldBeFalse();
    }

    [Fact]
    public async Task DeadLetter_OfTheQueue_StartsItsTicketAndLeavesNothingForAPerson()
    {
        await GivenUpAsync();

        _workflows.Starts.Keys.ShouldBe([Created.InstanceId]);
        (await OpenAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task DeadLetter_WhoseTicketWasStartedBefore_StartsNothingAgain()
    {
        await StartAsync(DurableJson.Write(Created));
        _workflows.Starts.Clear();

        await GivenUpAsync();

        _workflows.Starts.ShouldBeEmpty();
        (await OpenAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task DeadLetter_ThatCannotBeStarted_IsKeptWithItsReasonAndTicket()
    {
        _workflows.Refused = Created.InstanceId;

        await GivenUpAsync();

        var letter = (await OpenAsync()).ShouldHaveSingleItem();
        (letter.Id, letter.Reason, letter.Description, letter.Message, letter.Deliveries).ShouldBe(("m-2", "MaxDeliveryCountExceeded", "Ten tries.", Created, 10));
    }

    [Fact]
    public async Task DeadLetter_Unreadable_IsMalformedWhateverTheQueueSays()
    {
        await Messages.KeepAsync("{", null!, new MessageContext(("MessageId", "m-3"), ("ApplicationProperties", """{"DeadLetterReason":"Expired"}""")), default);

        (await OpenAsync()).ShouldHaveSingleItem().Reason.ShouldBe(DeadLetters.Malformed);
    }

    private TicketMessages MessagesOver(IWorkflowClient workflows) =>
        new(new TicketStart(new TicketStarter(workflows), new Inbox(_store)), DeadLetters, TestTicketSystems.Catalogue, new DurableClients(), new QueueBackOff(_time));

    private Task GivenUpAsync() => Messages.KeepAsync(
        DurableJson.Write(Created), null!,
        new MessageContext(("MessageId", "m-2"), ("DeliveryCount", "10"), ("ApplicationProperties", """{"DeadLetterReason":"MaxDeliveryCountExceeded","DeadLetterErrorDescription":"Ten tries."}""")),
        default);

    // Time moves only while the work waits for it.
    private async Task AdvanceUntilDoneAsync(Task work, bool mayFail = false)
    {
        await _time.PassUntilDoneAsync(work);
        if (!mayFail)
            await work;
    }

    private Task StartAsync(string body, params (string Name, object? Value)[] bindingData) => Messages.StartAsync(body, null!, new MessageContext(bindingData), default);

    private async Task<List<DeadLetter>> OpenAsync() => await DeadLetters.ListAsync(default).ToListAsync();
}
