using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Orchestrations.Stages.Operations;

namespace HelpDesk.Web.Home;

/// <summary>Counts what an operator must decide or repair.</summary>
public sealed class AttentionList(IWorkflowClient workflows, TimerOverview timers, DeadLetters deadLetters)
{
    /// <summary>What needs an operator now.</summary>
    public async Task<Attention> NowAsync(CancellationToken cancellation)
    {
        var suspended = 0;
        await foreach (var _ in workflows.ListAsync(WorkflowState.Suspended, cancellation))
            suspended++;
        var late = (await timers.ListAsync(cancellation)).Where(timer => timer.NeedsAttention).Select(timer => timer.Plan.Name).ToList();
        return new Attention(suspended, (await deadLetters.OpenAsync(cancellation)).Open, late);
    }
}

/// <summary>What needs an operator.</summary>
/// <param name="Suspended">Workflows that were suspended because their code no longer matches their history.</param>
/// <param name="DeadLetters">Dead letters that wait for a decision.</param>
/// <param name="Timers">Names of timers that failed or are overdue.</param>
public sealed record Attention(int Suspended, int DeadLetters, IReadOnlyList<string> Timers)
{
    /// <summary>Nothing.</summary>
    public static Attention None { get; } = new(0, 0, []);
}
