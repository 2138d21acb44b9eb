using HelpDesk.Local.Engine;
using HelpDesk.Orchestrations;
using HelpDesk.Simulator;
using Microsoft.Data.Sqlite;

namespace HelpDesk.Bench.Product;

/// <summary>Two free addresses and a data folder for one product and its simulated tenant.</summary>
internal sealed class Installation(string folder)
{
    /// <summary>Where the product listens.</summary>
    public Uri Product { get; } = FreePort.Url();

    /// <summary>Where the simulated tenant listens.</summary>
    public Uri Simulator { get; } = FreePort.Url();

    /// <summary>Answers 200 as soon as the product takes requests and its stores answer.</summary>
    public Uri Health => new(Product, "/api/health/ready");

    /// <summary>Starts the program with a command.</summary>
    public ChildProcess Start(params string[] command) => ChildProcess.Start(
        typeof(EngineOptions).Assembly.Location,
        [
            .. command,
            "--set", $"HelpDesk:Url={Product.GetLeftPart(UriPartial.Authority)}",
            "--set", $"HelpDesk:SimulatorUrl={Simulator.GetLeftPart(UriPartial.Authority)}",
            "--set", $"HelpDesk:DataDirectory={folder}",
        ]);

    /// <summary>Starts the simulated tenant as a process of its own; the product is then to be started with <c>HelpDesk:SimulatorRunsApart=true</c>.</summary>
    public ChildProcess StartSimulator() => ChildProcess.Start(
        typeof(SimulatorOptions).Assembly.Location,
        ["--Url", Simulator.GetLeftPart(UriPartial.Authority), "--Product", Product.AbsoluteUri]);

    /// <summary>How many ticket workflows have finished, as the engine's database says.</summary>
    public long Finished()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "engine.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM instances WHERE workflow=$name AND finished_at IS NOT NULL";
        command.Parameters.AddWithValue("$name", TicketWorkflow.Reference.Name);
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Waits until so many ticket workflows have finished.</summary>
    public async Task UntilFinishedAsync(long count, CancellationToken cancellation)
    {
        while (Finished() < count)
            await Task.Delay(100, cancellation);
    }
}
