using HelpDesk.Orchestrations.Foundation;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Risk;

/// <summary>
/// Puts questions for the risk of single users together: Entra answers one request per second for the whole tenant, so whoever asks while a
/// request is under way is in the next one, and an answer holds until another one could be had. What we change ourselves is read anew.
/// </summary>
/// <param name="read">Reads the entries of up to <see cref="MostAtOnce"/> users; null when Entra shows none at all.</param>
/// <param name="between">Time between two requests that the tenant's limit leaves us; zero = no answer is used twice.</param>
/// <param name="time">The clock.</param>
internal sealed class RiskTurns(Func<IReadOnlyList<Guid>, CancellationToken, Task<IReadOnlyList<RiskyUser>?>> read, TimeSpan between, TimeProvider time)
{
    /// <summary>How many users one filter may name: the most "or" clauses that Graph's directory filters take.</summary>
    public const int MostAtOnce = 15;

    // Answers of a second or two; one request brings 15 at most.
    private const int MostRemembered = 100;

    private readonly Lock _lock = new();
    private readonly Queue<Question> _waiting = new();
    private readonly Dictionary<Guid, Answer> _answers = [];
    private long _changes;
    private bool _isUnderWay;
    private long? _left;

    /// <summary>The entry of a user; null when Entra lists none; one of hidden level when Entra shows none at all.</summary>
    /// <exception cref="VendorException">The request that the question was in failed.</exception>
    public Task<RiskyUser?> AskAsync(Guid userId, CancellationToken cancellation)
    {
        var question = new Question(userId, new TaskCompletionSource<RiskyUser?>(TaskCreationOptions.RunContinuationsAsynchronously), ExecutionContext.Capture(), cancellation);
        lock (_lock)
        {
            if (_answers.TryGetValue(userId, out var known) && time.GetElapsedTime(known.At) < between)
                return Task.FromResult(known.Entry);
            _waiting.Enqueue(question);
            if (!_isUnderWay)
            {
                _isUnderWay = true;
                using (ExecutionContext.SuppressFlow())
                    _ = Task.Run(RunAsync, CancellationToken.None);
            }
        }

        return question.Answer.Task.WaitAsync(cancellation);
    }

    /// <summary>What is known is over, because we are changing or have changed a user's risk. A request under way may have seen the time before.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _changes++;
            _answers.Clear();
        }
    }

    private async Task RunAsync()
    {
        while (true)
        {
            // Before it is decided who is in the next request, so that it is the last moment to get in.
            await UntilOneMayLeaveAsync();
            if (Next() is not { Count: > 0 } turn)
                return;
            try
            {
                _left = time.GetTimestamp();
                var changes = Interlocked.Read(ref _changes);
                var entries = await ReadAsync(turn);
                // From when it came: before it left it may have waited for its second.
                var at = time.GetTimestamp();
                foreach (var question in turn)
                {
                    var entry = entries is null ? new RiskyUser { RiskLevel = RiskLevel.Hidden } : entries.FirstOrDefault(entry => Guid.TryParse(entry.Id, out var id) && id == question.UserId);
                    Remember(question.UserId, new Answer(entry, at), changes);
                    question.Answer.TrySetResult(entry);
                }
            }
            catch (Exception fault)
            {
                foreach (var question in turn)
                    question.Answer.TrySetException(fault);
            }
        }
    }

    // Our own changes count against the same limit: a request that leaves too early waits for its turn there.
    private Task UntilOneMayLeaveAsync() =>
        _left is { } left && between - time.GetElapsedTime(left) is var wait && wait > TimeSpan.Zero ? Task.Delay(wait, time) : Task.CompletedTask;

    private void Remember(Guid userId, Answer answer, long changes)
    {
        lock (_lock)
        {
            if (between <= TimeSpan.Zero || changes != _changes)
                return;
            if (_answers.Count >= MostRemembered)
                _answers.Clear();
            _answers[userId] = answer;
        }
    }

    // The request is in the trace of the first question; no one's cancellation stops it for the others.
    private Task<IReadOnlyList<RiskyUser>?> ReadAsync(List<Question> turn)
    {
        Task<IReadOnlyList<RiskyUser>?>? reading = null;
        void Begin(object? state) => reading = read([.. turn.Select(static question => question.UserId).Distinct()], CancellationToken.None);
        if (turn[0].Context is { } context)
            ExecutionContext.Run(context, Begin, null);
        else
            Begin(null);
        return reading!;
    }

    // Empty when no one waits; then the next question begins anew.
    private List<Question> Next()
    {
        lock (_lock)
        {
            var turn = new List<Question>();
            while (turn.Count < MostAtOnce && _waiting.TryDequeue(out var question))
            {
                if (!question.Cancellation.IsCancellationRequested)
                    turn.Add(question);
            }

            _isUnderWay = turn.Count > 0;
            return turn;
        }
    }

    private sealed record Answer(RiskyUser? Entry, long At);

    private sealed record Question(Guid UserId, TaskCompletionSource<RiskyUser?> Answer, ExecutionContext? Context, CancellationToken Cancellation);
}
