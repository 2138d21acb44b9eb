using System.Text.Json.Nodes;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Adapters.Tests.Graph.Harness;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Tests.Graph.Batches;

/// <summary>What bulk work sends together is answered one by one, whatever the batch's answer looks like.</summary>
public class BatchTests
{
    [Fact]
    public async Task Reads_OfBulkWork_TravelTogetherAndEachGetsItsOwn()
    {
        await using var script = BatchScript.Each(BatchScript.Person);

        var replies = await Task.WhenAll(script.ReadMany(20));

        replies.Select(reply => reply.Value!.Id).ShouldBe(Enumerable.Range(1, 20).Select(BatchScript.Id));
        script.Graph.Requests.ShouldHaveSingleItem().Headers["Authorization"].ShouldStartWith("Bearer ");
        var batch = script.Batches.ShouldHaveSingleItem();
        batch.Select(one => (string)one!["headers"]!["client-request-id"]!).ShouldBeUnique();
        batch.Select(one => (string)one!["headers"]!["x-ms-throttle-priority"]!).ShouldAllBe(priority => priority == "Low");
    }

    [Fact]
    public async Task Reads_MoreThan20_MakeSeveralBatches()
    {
        await using var script = BatchScript.Each(BatchScript.Person);

        await script.UntilDoneAsync(script.ReadMany(45));

        script.Batches.Sum(batch => batch.Count).ShouldBe(45 - script.Alone.Count());
        script.Batches.ShouldAllBe(batch => batch.Count <= 20);
    }

    [Fact]
    public async Task Read_OfASingleTicket_TravelsAloneAndAtOnce()
    {
        await using var script = BatchScript.Each(BatchScript.Person);
        await script.Graph.Get<GraphGateway>().AskAsync<User>(BatchScript.Read, (client, stop) => client.Users[BatchScript.Id(1)].GetAsync(cancellationToken: stop), default);

        script.Batches.ShouldBeEmpty();
        script.Alone.ShouldHaveSingleItem().Headers["x-ms-throttle-priority"].ShouldBe("Normal");
    }

    [Fact]
    public async Task Changes_InABatch_CarryTheirBodies()
    {
        await using var script = BatchScript.Each(request => BatchScript.Inner(request, 204));

        (await Task.WhenAll(script.BlockMany(20))).ShouldAllBe(reply => reply.IsDone);

        script.Batches.Single().ShouldAllBe(one => one!["body"]!["accountEnabled"]!.GetValue<bool>() == false && (string?)one["headers"]!["Content-Type"] == "application/json");
    }

    [Fact]
    public async Task Throttled_SomeOfABatch_ComeAgainAloneAfterTheLongestWait()
    {
        var refused = new HashSet<string>(StringComparer.Ordinal);
        await using var script = BatchScript.Each(request => (string)request["id"]! is "3" or "7" && refused.Add((string)request["id"]!)
            ? BatchScript.Inner(request, 429, retryAfter: (string)request["id"]! == "3" ? "4" : "2")
            : BatchScript.Inner(request, 204));
        var calls = script.BlockMany(20);
        await Eventually.True(() => calls.Count(call => call.IsCompletedSuccessfully) == 18, "the others are done");

        script.Graph.Time.Advance(TimeSpan.FromSeconds(3.9));
        script.Graph.Requests.Count.ShouldBe(1);
        await script.UntilDoneAsync(calls);

        (await Task.WhenAll(calls)).ShouldAllBe(reply => reply.IsDone);
        script.After(1).ShouldBe([BatchScript.Id(3), BatchScript.Id(7)], ignoreOrder: true);
    }

    [Fact]
    public async Task Throttled_AgainAndAgain_IsTheCallersFaultWithTheWait()
    {
        await using var script = BatchScript.Each(request => BatchScript.Inner(request, 429, retryAfter: "1"));
        var calls = script.ReadMany(20);

        await script.UntilDoneAsync(calls);

        var fault = await Should.ThrowAsync<VendorException>(calls[0]);
        fault.IsRetryable.ShouldBeTrue();
        fault.RetryAfter.ShouldBe(TimeSpan.FromSeconds(1));
        script.After(0).Count(id => id == BatchScript.Id(1)).ShouldBe(3);
    }

    [Theory]
    [InlineData(424, true)]
    [InlineData(424, false)]
    [InlineData(503, true)]
    [InlineData(500, true)]
    public async Task Failed_WithoutHavingBeenDone_ComesAgain(int status, bool isRead)
    {
        var failed = 0;
        await using var script = BatchScript.Each(request => (string)request["id"]! is "1" or "2" && Interlocked.Increment(ref failed) <= 2
            ? BatchScript.Inner(request, status)
            : isRead ? BatchScript.Person(request) : BatchScript.Inner(request, 204));
        var calls = isRead ? script.ReadMany(20) : script.BlockMany(20);

        await script.UntilDoneAsync(calls);

        (await Task.WhenAll(calls)).ShouldAllBe(reply => reply.IsDone);
        script.After(1).ShouldBe([BatchScript.Id(1), BatchScript.Id(2)], ignoreOrder: true);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Change_ThatMayHaveBeenDone_IsLeftToItsCaller(int status)
    {
        await using var script = BatchScript.Each(request => (string)request["id"]! == "5" ? BatchScript.Inner(request, status) : BatchScript.Inner(request, 204));
        var calls = script.BlockMany(20);

        await script.UntilDoneAsync(calls);

        (await Should.ThrowAsync<VendorException>(calls[4])).IsRetryable.ShouldBeTrue();
        calls.Count(call => call.IsCompletedSuccessfully).ShouldBe(19);
        script.Graph.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("twice")]
    [InlineData("without status")]
    public async Task Answer_ThatLacksOne_FailsThatOneOnly(string how)
    {
        await using var script = BatchScript.Whole(requests =>
        {
            var responses = requests.Select(one => BatchScript.Inner(one!.AsObject(), 204)).ToList();
            var tenth = responses[9];
            if (how == "missing")
                responses.Remove(tenth);
            else if (how == "twice")
                responses.Add(tenth.DeepClone().AsObject());
            else
                tenth.Remove("status");
            return new ScriptedAnswer(200, new JsonObject { ["responses"] = new JsonArray([.. responses]) }.ToJsonString());
        });
        var calls = script.BlockMany(20);

        await script.UntilDoneAsync(calls);

        var fault = await Should.ThrowAsync<VendorException>(calls[9]);
        (fault.Code, fault.IsRetryable).ShouldBe(("unreadable", true));
        calls.Count(call => call.IsCompletedSuccessfully).ShouldBe(19);
    }

    [Theory]
    [InlineData("<html>Sign in to the Wi-Fi</html>")]
    [InlineData("{ \"responses\": ")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task Answer_ThatIsNoBatch_IsUnreadableForAll(string body)
    {
        await using var script = BatchScript.Whole(_ => new ScriptedAnswer(200, body));
        var calls = script.BlockMany(20);

        await script.UntilDoneAsync(calls);

        foreach (var call in calls)
            (await Should.ThrowAsync<VendorException>(call)).Code.ShouldBe("unreadable");
        script.Graph.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(401, false)]
    [InlineData(400, false)]
    public async Task Batch_RefusedAsAWhole_IsRefusedForEach(int status, bool isRetryable)
    {
        await using var script = BatchScript.Whole(_ => ScriptedAnswer.Error(status, "code"));
        var calls = script.BlockMany(20);

        await script.UntilDoneAsync(calls);

        foreach (var call in calls)
            (await Should.ThrowAsync<VendorException>(call)).IsRetryable.ShouldBe(isRetryable);
    }

    [Fact]
    public async Task Batch_ThatNobodyAnswers_IsATimeoutForEachAndNotSentAgain()
    {
        await using var script = BatchScript.Whole(_ => ScriptedAnswer.Silence);
        var calls = script.BlockMany(20);
        await Eventually.True(() => script.Batches.Count == 1, "the batch arrives");

        script.Graph.Time.Advance(TimeSpan.FromSeconds(31));

        foreach (var call in calls)
            (await Should.ThrowAsync<VendorException>(call)).Code.ShouldBe("timeout");
        script.Graph.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Connection_ThatBreaks_IsUnreachableForEachAndNotTriedAgain()
    {
        await using var script = BatchScript.Whole(_ => ScriptedAnswer.BreakOff);
        var calls = script.BlockMany(20);

        await script.UntilDoneAsync(calls);

        foreach (var call in calls)
            (await Should.ThrowAsync<VendorException>(call)).Code.ShouldBe("unreachable");
        script.Graph.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Caller_WhoGivesUpBeforeItLeaves_IsNotInTheBatch()
    {
        await using var script = BatchScript.Each(BatchScript.Person);
        using var stop = new CancellationTokenSource();
        var calls = script.ReadMany(5, stop.Token);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(calls[0]);

        await script.UntilDoneAsync(calls);

        (await Task.WhenAll(calls[1..])).Select(reply => reply.Value!.Id).ShouldBe(Enumerable.Range(2, 4).Select(BatchScript.Id));
        script.Batches.Single().Select(one => BatchScript.Last((string)one!["url"]!)).ShouldNotContain(BatchScript.Id(1));
    }
}
