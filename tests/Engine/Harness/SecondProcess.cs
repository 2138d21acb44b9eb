using System.Diagnostics;
using HelpDesk.Local.Engine;
using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HelpDesk.Engine.Tests.Harness;

/// <summary>
/// This test assembly as a program of its own: an engine in another process, which a test may kill the hard way. It starts
/// workflows without end, notes every effect in a file, and says <c>accepted N</c> for each start that was answered.
/// </summary>
public static class SecondProcess
{
    public static readonly WorkflowReference<int, int> Workflow = new("counted", () => new Counted());

    public static async Task Main(string[] args)
    {
        var (database, effects) = (args[0], args[1]);
        using var host = Build(database, effects);
        await host.StartAsync();
        var client = host.Services.GetRequiredService<IWorkflowClient>();
        await Console.Out.WriteLineAsync("ready");
        for (var i = 0; ; i++)
        {
            await client.StartAsync(Workflow, $"n{i}", i, default);
            await Console.Out.WriteLineAsync($"accepted {i}");
        }
    }

    public static IHost Build(string database, string effects)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton(new EffectFile(effects)).AddActivity(NoteEffect.Reference).AddWorkflow(Workflow);
        builder.Services.AddEmbeddedEngine(o => o.DatabasePath = database);
        return builder.Build();
    }

    public static Process Start(string database, string effects)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var argument in new[] { "exec", typeof(SecondProcess).Assembly.Location, database, effects })
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private sealed class Counted : Workflow<int, int>
    {
        public override async Task<int> RunAsync(WorkflowContext context, int input)
        {
            var sum = await context.CallAsync(NoteEffect.Reference, input);
            sum += await context.CallAsync(NoteEffect.Reference, 1);
            return sum + await context.CallAsync(NoteEffect.Reference, 1);
        }
    }
}
