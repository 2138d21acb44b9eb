using System.Globalization;
using HelpDesk.Engine.Tests.Harness;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Engine.Tests.Properties;

/// <summary>Runs a random workflow on the engine.</summary>
public sealed class RandomWorkflow : Workflow<RandomProgram, string>
{
    /// <summary>How often a busy activity is tried.</summary>
    public const int Attempts = 3;

    public static readonly WorkflowReference<RandomProgram, string> Reference = Named<RandomWorkflow>("random");

    private static readonly TimeSpan Long = TimeSpan.FromDays(1_000_000);
    private static readonly RetryPolicy Retry = new(Attempts, TimeSpan.FromHours(1));

    /// <summary>What its activities do in the world: their input holds how many attempts are busy and the value of the effect.</summary>
    public static Task<string> ActAsync(string input, int attempt)
    {
        var parts = input.Split(' ');
        return attempt <= int.Parse(parts[0], CultureInfo.InvariantCulture) ? throw World.Busy() : Task.FromResult(parts[1]);
    }

    public override async Task<string> RunAsync(WorkflowContext context, RandomProgram input)
    {
        var output = await SequenceAsync(context, input.Steps, string.Create(CultureInfo.InvariantCulture, $"{input.Path}{input.Generations}"));
        if (input.Generations > 0)
            context.ContinueAsNew(input with { Generations = input.Generations - 1 });
        return output;
    }

    private static async Task<string> SequenceAsync(WorkflowContext context, IReadOnlyList<Op> steps, string path)
    {
        var output = "";
        for (var index = 0; index < steps.Count; index++)
            output += await OneAsync(context, steps[index], string.Create(CultureInfo.InvariantCulture, $"{path}.{index}"));
        return output;
    }

    private static async Task<string> OneAsync(WorkflowContext context, Op step, string path)
    {
        switch (step.Kind)
        {
            case OpKind.Call:
                return await context.CallAsync(Act.Reference, $"0 {path}");
            case OpKind.Busy:
                return await BusyAsync(context, string.Create(CultureInfo.InvariantCulture, $"{step.Number} {path}"));
            case OpKind.Sleep:
                await context.SleepUntilAsync(context.UtcNow.AddDays(step.Number));
                return "";
            case OpKind.Event:
                return $"<{(await context.WaitForEventAsync<string>("go", context.UtcNow + Long)).Value}>";
            case OpKind.Silence:
                return (await context.WaitForEventAsync<string>("never", context.UtcNow.AddDays(step.Number))).Arrived ? "+" : "-";
            case OpKind.Child:
                return $"({await context.CallChildAsync(RandomChild.Reference, new RandomProgram(path, 0, step.Inner))})";
            default:
                var parts = step.Inner.Select((inner, index) => OneAsync(context, inner, string.Create(CultureInfo.InvariantCulture, $"{path}.{index}")));
                return $"({string.Concat(await Task.WhenAll(parts))})";
        }
    }

    private static async Task<string> BusyAsync(WorkflowContext context, string input)
    {
        try
        {
            return await context.CallAsync(Act.Other, input, Retry);
        }
        catch (StepFailedException)
        {
            return "!";
        }
    }

    /// <summary>The same as a child, whose values begin where it was called.</summary>
    public sealed class RandomChild : Workflow<RandomProgram, string>
    {
        public static readonly WorkflowReference<RandomProgram, string> Reference = Named<RandomChild>("random-child");

        public override Task<string> RunAsync(WorkflowContext context, RandomProgram input) => SequenceAsync(context, input.Steps, input.Path);
    }
}
