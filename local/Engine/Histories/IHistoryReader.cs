namespace HelpDesk.Local.Engine.Histories;

/// <summary>Reads histories out of the engine's database: for recording them as test files and for looking into a case.</summary>
public interface IHistoryReader
{
    /// <summary>The history of an instance (its latest generation), or null when the id is unknown or was purged.</summary>
    Task<HistoryFile?> ReadAsync(string instanceId, CancellationToken cancellation);
}
