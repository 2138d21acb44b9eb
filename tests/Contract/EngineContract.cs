using System.Diagnostics;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Contract;

/// <summary>
/// What every durable engine owes the workflows of the product, written against the port alone. Each engine derives from it once.
/// Real time passes here; waits are tens to hundreds of milliseconds, and whatever another process does is polled for.
/// </summary>
public abstract partial class EngineContract : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    private static readonly WorkflowReference<string, string> Settling = Workflow("settling", async (c, input) =>
    {
        for (var sleep = 0; sleep < 3; sleep++)
            await c.SleepUntilAsync(c.UtcNow.AddMilliseconds(20));
        return input;
    });

    private IContractEngine? _engine;
    private int _settled;

    protected ContractWorld World { get; } = new();

    private IContractEngine Engine => _engine ?? throw new InvalidOperationException("No engine runs: call RunningAsync first.");

    private IWorkflowClient Client => Engine.Client;

    /// <summary>Makes an engine that knows these workflows and activities, and the <see cref="World"/>; it is not started yet.</summary>
    protected abstract Task<IContractEngine> NewEngineAsync(IReadOnlyList<WorkflowReference> workflows, IReadOnlyList<ActivityReference> activities);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_engine is not null)
            await _engine.DisposeAsync();
    }

    private static WorkflowReference<string, string> Workflow(string name, Func<WorkflowContext, string, Task<string>> script) =>
        new(name, () => new Script<string, string>(script));

    /// <summary>A workflow that says what a failed step told it: step, code, whether it was worth repeating, message.</summary>
    private static WorkflowReference<string, string> Catching(string name, Func<WorkflowContext, string, Task<string>> script) => Workflow(name, async (context, input) =>
    {
        try
        {
            return await script(context, input);
        }
        catch (StepFailedException failed)
        {
            return $"{failed.Step}|{failed.Code}|{failed.IsRetryable}|{failed.Message}";
        }
    });

    private Task RunningAsync(params WorkflowReference[] workflows) => RunningAsync(workflows, [Probe.Reference, EchoFacts.Reference]);

    private async Task RunningAsync(IReadOnlyList<WorkflowReference> workflows, IReadOnlyList<ActivityReference> activities)
    {
        _engine = await NewEngineAsync([.. workflows, Settling], activities);
        await _engine.StartAsync();
    }

    private async Task RestartAsync()
    {
        await SettleAsync();
        await Engine.StopAsync();
        await Engine.StartAsync();
    }

    /// <summary>The whole run of another workflow shows that the engine has worked off what lay before it.</summary>
    private async Task SettleAsync()
    {
        var id = $"settling-{++_settled}";
        (await Client.StartAsync(Settling, id, "x", default)).ShouldBeTrue();
        await UntilAsync(id, WorkflowState.Completed);
    }

    /// <summary>Starts a workflow and waits for its result.</summary>
    private async Task<string> ResultAsync(WorkflowReference<string, string> workflow, string id = "t", string input = "x")
    {
        (await Client.StartAsync(workflow, id, input, default)).ShouldBeTrue();
        return await ResultAsync(id);
    }

    private async Task<string> ResultAsync(string id) => DurableJson.Read<string>((await UntilAsync(id, WorkflowState.Completed)).OutputJson!);

    private Task<WorkflowStatus> UntilAsync(string id, WorkflowState state) =>
        UntilAsync(id, status => status.State == state || status.State is WorkflowState.Failed or WorkflowState.Suspended, state.ToString())
            .ContinueWith(
                seen =>
                {
                    var status = seen.GetAwaiter().GetResult();
                    status.State.ShouldBe(state, status.Failure);
                    return status;
                },
                TaskScheduler.Default);

    private Task<WorkflowStatus> UntilStatusAsync(string id, string text) => UntilAsync(id, status => status.Status == text, text);

    private async Task<WorkflowStatus> UntilAsync(string id, Func<WorkflowStatus, bool> wanted, string what)
    {
        WorkflowStatus? last = null;
        await UntilAsync(async () => (last = await Client.GetStatusAsync(id, default)) is { } status && wanted(status), () => $"{id} to be {what}; it is {last}");
        return last!;
    }

    private static Task UntilAsync(Func<bool> wanted, string what) => UntilAsync(() => Task.FromResult(wanted()), () => what);

    private static async Task UntilAsync(Func<Task<bool>> wanted, Func<string> what)
    {
        var since = Stopwatch.StartNew();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!await wanted())
        {
            if (since.Elapsed > Patience)
                throw new TimeoutException($"Waited {Patience.TotalSeconds} s for {what()}.");
            await tick.WaitForNextTickAsync();
        }
    }
}
