using HelpDesk.Local.Engine.Queues;
using HelpDesk.Local.Engine.Runtime;

namespace HelpDesk.Local.Engine.Dispatch;

/// <summary>Runs the activities that are due; each caller of <see cref="WorkAsync"/> runs one at a time.</summary>
internal sealed class ActivityDispatcher(EngineRuntime engine, IntakeFirst intakeFirst)
{
    private readonly ActivityRunner _runner = new(engine);
    private int _running;

    public int Running => Volatile.Read(ref _running);

    public async Task WorkAsync()
    {
        await foreach (var activity in engine.Activities.Due.ReadAllAsync(engine.Stopping))
        {
            using var turn = await intakeFirst.EnterAsync(engine.Stopping);
            if (!engine.Activities.Begin(activity))
                continue;
            Interlocked.Increment(ref _running);
            try
            {
                await _runner.RunAsync(activity);
            }
            finally
            {
                Interlocked.Decrement(ref _running);
            }
        }
    }
}
