using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.Store;
using Microsoft.Data.Sqlite;

namespace HelpDesk.Simulator.Tests;

/// <summary>Changes that belong together are written together or not at all.</summary>
public sealed class StoreTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.db");

    [Fact]
    public void Together_BeforeItsEnd_NothingIsInTheFile()
    {
        using var store = new SimulatorStore(_file);
        store.Together(() =>
        {
            store.Put("kind", "change", "1");
            InFile().ShouldBe(0);
            store.Put("kind", "effect", "1");
            InFile().ShouldBe(0);
        });
        InFile().ShouldBe(2);
    }

    [Fact]
    public void Together_WhenItThrows_LeavesMemoryAndFileAsTheyWere()
    {
        using var store = new SimulatorStore(_file);
        store.Put("kind", "old", "before");
        Should.Throw<InvalidOperationException>(() => store.Together(() =>
        {
            store.Put("kind", "old", "after");
            store.Put("kind", "new", "1");
            throw new InvalidOperationException();
        }));
        store.Get<string>("kind", "old").ShouldBe("before");
        store.Get<string>("kind", "new").ShouldBeNull();
        InFile().ShouldBe(1);
        store.Put("kind", "next", "1");
        InFile().ShouldBe(2);
    }

    [Fact]
    public void Faults_AfterARestart_AreStillOn()
    {
        using (var store = new SimulatorStore(_file))
            new Faults(store).Set(new Fault { Id = "f", System = "jira", Kind = FaultKind.Down, Count = 3 });
        using (var store = new SimulatorStore(_file))
            new Faults(store).All.ShouldHaveSingleItem().Count.ShouldBe(3);
    }

    public void Dispose()
    {
        foreach (var part in Directory.GetFiles(Path.GetTempPath(), $"{Path.GetFileName(_file)}*"))
            File.Delete(part);
    }

    private long InFile()
    {
        using var other = new SqliteConnection($"Data Source={_file};Pooling=False");
        other.Open();
        using var command = other.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM records";
        return (long)command.ExecuteScalar()!;
    }
}
