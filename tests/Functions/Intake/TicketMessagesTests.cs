using HelpDesk.Functions.Durable;
using HelpDesk.Functions.Intake;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Flows.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Orchestrations.Tests.Harness;
using HelpDesk.Orchestrations.Tests.Intake;
using HelpDesk.Orchestrations.Tests.Records;
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

    private TicketMessages Messages => new(new TicketStart(new TicketStarter(_workflows), new Inbox(_store)), DeadLetters, new DurableClients());

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
    public async Task Message_Unreadable_IsKeptAtOnceWithReasonAndDescription(string body)
    {
        await StartAsync(body, ("MessageId", "m-1"), ("DeliveryCount", 3));

        var letter = (await OpenAsync()).ShouldHaveSingleItem();
        (letter.Id, letter.Reason, letter.Message, letter.Deliveries).ShouldBe(("m-1", DeadLetters.Malformed, null, 3));
        letter.Description.ShouldBe("The message is no ticket: something else writes into the queue, or its version is newer.");
        _workflows.Starts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Message_WithoutAnId_IsKeptUnderTheInvocation()
    {
        await StartAsync("no json");

        (await OpenAsync()).ShouldHaveSingleItem().Id.ShouldBe("invocation-1");
    }

    [Fact]
    public async Task Message_EngineDown_ThrowsSoThatTheQueueDeliversAgain()
    {
        var messages = new TicketMessages(new TicketStart(new TicketStarter(new DownWorkflows()), new Inbox(_store)), DeadLetters, new DurableClients());

        await Should.ThrowAsync<VendorException>(() => messages.StartAsync(DurableJson.Write(Created), null!, new MessageContext(), default));

        (await new Inbox(_store).WasStartedAsync(Created, default)).ShouldBeFalse();
        (await OpenAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task DeadLetter_OfTheQueue_IsKeptWithItsReasonAndTicket()
    {
        await Messages.KeepAsync(
            DurableJson.Write(Created), null!,
            new MessageContext(("MessageId", "m-2"), ("DeliveryCount", "10"), ("ApplicationProperties", """{"DeadLetterReason":"MaxDeliveryCountExceeded","DeadLetterErrorDescription":"Ten tries."}""")),
            default);

        var letter = (await OpenAsync()).ShouldHaveSingleItem();
        (letter.Id, letter.Reason, letter.Description, letter.Message, letter.Deliveries).ShouldBe(("m-2", "MaxDeliveryCountExceeded", "Ten tries.", Created, 10));
    }

    [Fact]
    public async Task DeadLetter_Unreadable_IsMalformedWhateverTheQueueSays()
    {
        await Messages.KeepAsync("{", null!, new MessageContext(("MessageId", "m-3"), ("ApplicationProperties", """{"DeadLetterReason":"Expired"}""")), default);

        (await OpenAsync()).ShouldHaveSingleItem().Reason.ShouldBe(DeadLetters.Malformed);
    }

    private Task StartAsync(string body, params (string Name, object? Value)[] bindingData) => Messages.StartAsync(body, null!, new MessageContext(bindingData), default);

    private async Task<List<DeadLetter>> OpenAsync() => await DeadLetters.ListAsync(default).ToListAsync();
}
