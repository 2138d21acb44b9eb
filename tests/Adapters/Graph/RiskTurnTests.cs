using HelpDesk.Adapters.Graph.Risk;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Tests.Graph;

/// <summary>Entra answers one question per second about risk: who waits for the same second shares it.</summary>
public class RiskTurnTests
{
    private static readonly Guid[] People = [.. Enumerable.Range(1, 40).Select(static number => Guid.Parse($"10000000-0000-4000-8000-{number:D12}"))];

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1.25);

    private readonly FakeTimeProvider _time = new();
    private readonly List<IReadOnlyList<Guid>> _asked = [];
    private readonly Queue<TaskCompletionSource<IReadOnlyList<RiskyUser>?>> _answers = new();

    [Fact]
    public async Task Questions_WhileARequestIsUnderWay_AreAskedTogetherInTheNext()
    {
        var turns = new RiskTurns(ReadAsync, TimeSpan.Zero, _time);

        var first = turns.AskAsync(People[0], default);
        await AskedAsync(1);
        var later = People[1..20].Select(person => turns.AskAsync(person, default)).ToList();
        Answer();
        await AskedAsync(2);
        Answer();
        await AskedAsync(3);
        Answer();

        (await first)!.Id.ShouldBe(People[0].ToString());
        (await Task.WhenAll(later)).Select(static entry => entry!.Id).ShouldBe(People[1..20].Select(static person => person.ToString()));
        _asked.Select(static ids => ids.Count).ShouldBe([1, RiskTurns.MostAtOnce, 4]);
    }

    [Fact]
    public async Task Question_ThatCameAfterARequestLeft_IsNotAnsweredFromIt()
    {
        var turns = new RiskTurns(ReadAsync, TimeSpan.Zero, _time);
        var first = turns.AskAsync(People[0], default);
        await AskedAsync(1);

        var again = turns.AskAsync(People[0], default);
        Answer();
        await first;
        await AskedAsync(2);

        again.IsCompleted.ShouldBeFalse();
        Answer();
        (await again)!.Id.ShouldBe(People[0].ToString());
    }

    [Fact]
    public async Task Request_ThatFails_FailsItsQuestionsAndNoOthers()
    {
        var turns = new RiskTurns(ReadAsync, TimeSpan.Zero, _time);
        var first = turns.AskAsync(People[0], default);
        await AskedAsync(1);
        var second = turns.AskAsync(People[1], default);

        Next().SetException(new TimeoutException("away"));
        await AskedAsync(2);
        Answer();

        await first.ShouldThrowAsync<TimeoutException>();
        (await second)!.Id.ShouldBe(People[1].ToString());
    }

    [Fact]
    public async Task Question_ThatIsGivenUp_StopsNoOneElses()
    {
        var turns = new RiskTurns(ReadAsync, TimeSpan.Zero, _time);
        var first = turns.AskAsync(People[0], default);
        await AskedAsync(1);
        using var gone = new CancellationTokenSource();
        var givenUp = turns.AskAsync(People[1], gone.Token);
        var second = turns.AskAsync(People[2], default);

        await gone.CancelAsync();
        Answer();
        await AskedAsync(2);
        Answer();

        await givenUp.ShouldThrowAsync<OperationCanceledException>();
        (await first).ShouldNotBeNull();
        (await second)!.Id.ShouldBe(People[2].ToString());
        _asked[1].ShouldBe([People[2]]);
    }

    [Theory]
    [InlineData(1.2, 1)]
    [InlineData(1.25, 2)]
    [InlineData(60, 2)]
    public async Task Answer_HoldsUntilAnotherOneCouldBeHad(double seconds, int requests)
    {
        var turns = new RiskTurns(ReadNowAsync, Between, _time);
        await turns.AskAsync(People[0], default);

        _time.Advance(TimeSpan.FromSeconds(seconds));
        (await InTimeAsync(turns.AskAsync(People[0], default)))!.Id.ShouldBe(People[0].ToString());

        _asked.Count.ShouldBe(requests);
    }

    [Fact]
    public async Task Answer_OfAnotherPerson_IsNoAnswer()
    {
        var turns = new RiskTurns(ReadNowAsync, Between, _time);
        await turns.AskAsync(People[0], default);

        (await InTimeAsync(turns.AskAsync(People[1], default)))!.Id.ShouldBe(People[1].ToString());
    }

    [Fact]
    public async Task Question_ThatComesBeforeTheNextRequestMayLeave_IsInIt()
    {
        var turns = new RiskTurns(ReadNowAsync, Between, _time);
        await turns.AskAsync(People[0], default);
        var second = turns.AskAsync(People[1], default);
        _time.Advance(Between / 2);
        var third = turns.AskAsync(People[2], default);
        _asked.Count.ShouldBe(1);

        (await InTimeAsync(second))!.Id.ShouldBe(People[1].ToString());
        (await InTimeAsync(third))!.Id.ShouldBe(People[2].ToString());
        _asked[1].ShouldBe([People[1], People[2]]);
    }

    [Fact]
    public async Task Answer_FromBeforeOurOwnChange_IsNotUsedAfterIt()
    {
        var turns = new RiskTurns(ReadNowAsync, Between, _time);
        await turns.AskAsync(People[0], default);

        turns.Forget();
        await InTimeAsync(turns.AskAsync(People[0], default));

        _asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Answer_UnderWayDuringOurOwnChange_IsGivenToWhoAskedAndToNobodyLater()
    {
        var turns = new RiskTurns(ReadAsync, Between, _time);
        var first = turns.AskAsync(People[0], default);
        await AskedAsync(1);

        turns.Forget();
        Answer();
        await first;
        var later = turns.AskAsync(People[0], default);
        await InTimeAsync(AskedAsync(2));
        Answer();

        (await later).ShouldNotBeNull();
    }

    [Fact]
    public async Task Risk_ThatEntraDoesNotShow_IsHiddenForAll()
    {
        var turns = new RiskTurns(static (_, _) => Task.FromResult<IReadOnlyList<RiskyUser>?>(null), TimeSpan.Zero, _time);

        (await turns.AskAsync(People[0], default))!.RiskLevel.ShouldBe(RiskLevel.Hidden);
    }

    private Task<IReadOnlyList<RiskyUser>?> ReadAsync(IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        lock (_answers)
        {
            _asked.Add(ids);
            var answer = new TaskCompletionSource<IReadOnlyList<RiskyUser>?>(TaskCreationOptions.RunContinuationsAsynchronously);
            _answers.Enqueue(answer);
            return answer.Task;
        }
    }

    private Task<IReadOnlyList<RiskyUser>?> ReadNowAsync(IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        _asked.Add(ids);
        return Task.FromResult<IReadOnlyList<RiskyUser>?>([.. ids.Select(static id => new RiskyUser { Id = id.ToString(), RiskLevel = RiskLevel.Low })]);
    }

    // The wait for the next request begins on another thread: the clock goes on until it has ended.
    private async Task<T> InTimeAsync<T>(Task<T> task)
    {
        await InTimeAsync((Task)task);
        return await task;
    }

    private async Task InTimeAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Yield();
        }

        await task;
    }

    private Task AskedAsync(int requests) => Harness.Eventually.True(() =>
    {
        lock (_answers)
            return _asked.Count >= requests;
    }, "requests");

    private TaskCompletionSource<IReadOnlyList<RiskyUser>?> Next()
    {
        lock (_answers)
            return _answers.Dequeue();
    }

    private void Answer()
    {
        IReadOnlyList<Guid> ids;
        lock (_answers)
            ids = _asked[^1];
        Next().SetResult([.. ids.Select(static id => new RiskyUser { Id = id.ToString(), RiskLevel = RiskLevel.Low })]);
    }
}
