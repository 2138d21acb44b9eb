using Azure.Messaging.ServiceBus;
using HelpDesk.Simulator.ServiceBus;

namespace HelpDesk.Simulator.Tests.ServiceBus;

/// <summary>The simulated queue as the real SDK finds it.</summary>
public sealed class QueueTests : IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(300);

    private RunningBroker _broker = null!;

    public async Task InitializeAsync() => _broker = await RunningBroker.StartAsync();

    public async Task DisposeAsync() => await _broker.DisposeAsync();

    [Fact]
    public async Task Message_SentAndCompleted_IsDeliveredAsSentAndGone()
    {
        await _broker.Sender.SendMessageAsync(new ServiceBusMessage("""{"ticket":1}""") { MessageId = "m-1", ContentType = "application/json", ApplicationProperties = { ["Diagnostic-Id"] = "00-1" } });

        var message = await _broker.Receiver.ReceiveMessageAsync();
        await _broker.Receiver.CompleteMessageAsync(message);

        (message.Body.ToString(), message.MessageId, message.ContentType, message.DeliveryCount, message.SequenceNumber).ShouldBe(("""{"ticket":1}""", "m-1", "application/json", 1, 1));
        message.ApplicationProperties["Diagnostic-Id"].ShouldBe("00-1");
        message.LockedUntil.ShouldBe(_broker.Clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        (await _broker.StateAsync())["messages"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Batch_Sent_IsItsMessagesInOrder()
    {
        using var batch = await _broker.Sender.CreateMessageBatchAsync();
        foreach (var id in new[] { "a", "b", "c" })
            batch.TryAddMessage(new ServiceBusMessage(id) { MessageId = id }).ShouldBeTrue();
        batch.TryAddMessage(new ServiceBusMessage(new byte[256 * 1024])).ShouldBeFalse();

        await _broker.Sender.SendMessagesAsync(batch);

        (await _broker.Receiver.PeekMessagesAsync(10)).Select(message => message.Body.ToString()).ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public async Task Message_SeenBefore_IsAcceptedAndDroppedUntilTheWindowEnds()
    {
        await _broker.Sender.SendMessageAsync(new ServiceBusMessage("1") { MessageId = "m" });
        await _broker.Sender.SendMessageAsync(new ServiceBusMessage("2") { MessageId = "m" });
        _broker.Clock.Advance(TimeSpan.FromMinutes(61));
        (await _broker.PostAsync("m", "3")).StatusCode.ShouldBe(System.Net.HttpStatusCode.Created);

        (await _broker.Receiver.PeekMessagesAsync(10)).Select(message => message.Body.ToString()).ShouldBe(["1", "3"]);
    }

    [Fact]
    public async Task Message_GivenBackTenTimes_IsADeadLetterWithItsReason()
    {
        await _broker.Sender.SendMessageAsync(new ServiceBusMessage("poison") { MessageId = "m" });

        for (var i = 1; i <= 10; i++)
        {
            var message = await _broker.Receiver.ReceiveMessageAsync();
            message.DeliveryCount.ShouldBe(i);
            await _broker.Receiver.AbandonMessageAsync(message);
        }

        (await _broker.Receiver.ReceiveMessageAsync(Soon)).ShouldBeNull();
        var letter = await _broker.DeadLetters().ReceiveMessageAsync();
        (letter.MessageId, letter.DeadLetterReason).ShouldBe(("m", "MaxDeliveryCountExceeded"));
    }

    [Fact]
    public async Task Message_DeadLettered_KeepsReasonAndDescription()
    {
        await _broker.Sender.SendMessageAsync(new ServiceBusMessage("x"));
        await _broker.Receiver.DeadLetterMessageAsync(await _broker.Receiver.ReceiveMessageAsync(), "malformed", "It is no ticket.");

        var receiver = _broker.DeadLetters();
        var letter = await receiver.ReceiveMessageAsync();
        await receiver.CompleteMessageAsync(letter);

        (letter.DeadLetterReason, letter.DeadLetterErrorDescription).ShouldBe(("malformed", "It is no ticket."));
        (await _broker.StateAsync())["deadLetters"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Lock_Expired_DeliversAgainAndRefusesTheLateOutcome()
    {
        await _broker.Sender.SendMessageAsync(new ServiceBusMessage("x"));
        var first = await _broker.Receiver.ReceiveMessageAsync();

        _broker.Clock.Advance(TimeSpan.FromSeconds(61));

        var second = await _broker.Receiver.ReceiveMessageAsync();
        second.DeliveryCount.ShouldBe(2);
        (await Should.ThrowAsync<ServiceBusException>(() => _broker.Receiver.CompleteMessageAsync(first))).Reason.ShouldBe(ServiceBusFailureReason.MessageLockLost);
        await _broker.Receiver.CompleteMessageAsync(second);
    }

    [Fact]
    public async Task Lock_Renewed_HoldsTheMessageLonger()
    {
        await _broker.Sender.SendMessageAsync(new ServiceBusMessage("x"));
        var message = await _broker.Receiver.ReceiveMessageAsync();

        for (var i = 0; i < 3; i++)
        {
            _broker.Clock.Advance(TimeSpan.FromSeconds(50));
            await _broker.Receiver.RenewMessageLockAsync(message);
        }

        message.LockedUntil.ShouldBe(_broker.Clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        await _broker.Receiver.CompleteMessageAsync(message);
    }

    [Fact]
    public async Task Message_TooOld_IsADeadLetter()
    {
        await _broker.Sender.SendMessageAsync(new ServiceBusMessage("x"));

        _broker.Clock.Advance(TimeSpan.FromDays(14));

        (await _broker.DeadLetters().ReceiveMessageAsync()).DeadLetterReason.ShouldBe("TTLExpiredException");
    }

    [Fact]
    public async Task Sender_Throttled_IsToldThatTheServiceIsBusy()
    {
        await _broker.SetAsync(new BrokerFaults { IsBusy = true });

        (await RefusedAsync()).Reason.ShouldBe(ServiceBusFailureReason.ServiceBusy);
    }

    [Fact]
    public async Task Queue_Full_IsToldAsQuota()
    {
        await _broker.SetAsync(new BrokerFaults { IsFull = true });

        (await RefusedAsync()).Reason.ShouldBe(ServiceBusFailureReason.QuotaExceeded);
    }

    [Fact]
    public async Task Access_Denied_IsUnauthorized()
    {
        await _broker.SetAsync(new BrokerFaults { DeniesAccess = true });

        await Should.ThrowAsync<UnauthorizedAccessException>(() => _broker.Sender.SendMessageAsync(new ServiceBusMessage("x")));
    }

    [Fact]
    public async Task Broker_AwayAndBack_TakesMessagesAgain()
    {
        // With ids: what the SDK sends again after the connection broke is one message then.
        await _broker.Sender.SendMessageAsync(new ServiceBusMessage("1") { MessageId = "1" });
        await _broker.SetAsync(new BrokerFaults { IsAway = true });
        (await RefusedAsync()).IsTransient.ShouldBeTrue();

        await _broker.SetAsync(new BrokerFaults());
        await _broker.Sender.SendMessageAsync(new ServiceBusMessage("2") { MessageId = "2" });

        // What was refused may have been taken all the same: its answer got lost.
        (await _broker.Receiver.PeekMessagesAsync(10)).Select(static message => message.MessageId).Where(static id => id is "1" or "2").ShouldBe(["1", "2"], ignoreOrder: true);
    }

    [Fact]
    public async Task Link_ClosedBeforeTheAnswer_KeptTheMessage()
    {
        await _broker.SetAsync(new BrokerFaults { LinksClosed = 1 });

        await Should.ThrowAsync<ServiceBusException>(() => _broker.Sender.SendMessageAsync(new ServiceBusMessage("1") { MessageId = "m" }));
        await _broker.Sender.SendMessageAsync(new ServiceBusMessage("1") { MessageId = "m" });

        (await _broker.Receiver.PeekMessagesAsync(10)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Lock_LostInMidWork_IsToldAtTheOutcome()
    {
        await _broker.Sender.SendMessageAsync(new ServiceBusMessage("x"));
        var message = await _broker.Receiver.ReceiveMessageAsync();
        await _broker.SetAsync(new BrokerFaults { LocksLost = 1 });

        (await Should.ThrowAsync<ServiceBusException>(() => _broker.Receiver.CompleteMessageAsync(message))).Reason.ShouldBe(ServiceBusFailureReason.MessageLockLost);
    }

    private Task<ServiceBusException> RefusedAsync() =>
        Should.ThrowAsync<ServiceBusException>(() => _broker.Sender.SendMessageAsync(new ServiceBusMessage("x")));
}
