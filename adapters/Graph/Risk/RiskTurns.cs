using HelpDesk.Orchestrations.Foundation;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Risk;

/// <summary>
/// Puts questions for the risk of single users together: Entra answers one request per second for the whole tenant, so whoever asks while a
/// request is under way is in the next one. No answer is older than its question.
/// </summary>
/// <param name="read">Reads the entries of up to <see cref="MostAtOnce"/> users; null when Entra shows none at all.</param>
internal sealed class RiskTurns(Func<IReadOnlyList<Guid>, CancellationToken, Task<IReadOnlyList<RiskyUser>?>> read)
{
    /// <summary>How many users one filter may name: the most "or" clauses that Graph's directory filters take.</summary>
    public const int MostAtOnce = 15;

    private readonly Lock _lock = new();
    private readonly Queue<Question> _waiting = new();
    private bool _isUnderWay;

    /// <summary>The entry of a user; null when Entra lists none; one of hidden level when Entra shows none at all.</summary>
    /// <exception cref="VendorException">The request that the question was in failed.</exception>
    public Task<RiskyUser?> AskAsync(Guid userId, CancellationToken cancellation)
    {
        var question = new Question(userId, new TaskCompletionSource<RiskyUser?>(TaskCreationOptions.RunContinuationsAsynchronously), ExecutionContext.Capture(), cancellation);
        lock (_lock)
        {
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

    private async Task RunAsync()
    {
        while (Next() is { Count: > 0 } turn)
        {
            try
            {
                var entries = await ReadAsync(turn);
                foreach (var question in turn)
                    question.Answer.TrySetResult(entries is null ? new RiskyUser { RiskLevel = RiskLevel.Hidden } : entries.FirstOrDefault(entry => Guid.TryParse(entry.Id, out var id) && id == question.UserId));
            }
            catch (Exception fault)
            {
                foreach (var question in turn)
                    question.Answer.TrySetException(fault);
            }
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

    private sealed record Question(Guid UserId, TaskCompletionSource<RiskyUser?> Answer, ExecutionContext? Context, CancellationToken Cancellation);
}
