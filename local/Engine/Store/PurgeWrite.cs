namespace HelpDesk.Local.Engine.Store;

/// <summary>Deletes some instances that finished before a moment; a few at a time, so that the next write does not wait long.</summary>
internal sealed class PurgeWrite(DateTimeOffset finishedBefore) : Write<int>
{
    /// <summary>Instances deleted by one write.</summary>
    public const int Limit = 100;

    public override void Apply(WriteSession session)
    {
        using var find = session.Rare("SELECT row FROM instances WHERE finished_at < ?1 ORDER BY finished_at LIMIT ?2");
        find.Bind(1, finishedBefore.UtcTicks).Bind(2, Limit);
        var rows = new List<long>();
        while (find.Step())
            rows.Add(find.Number(0));
        using var history = session.Rare("DELETE FROM history WHERE instance=?1");
        using var instance = session.Rare("DELETE FROM instances WHERE row=?1");
        foreach (var row in rows)
        {
            history.Bind(1, row).Run();
            instance.Bind(1, row).Run();
        }

        if (rows.Count > 0)
        {
            using var shrink = session.Rare("PRAGMA incremental_vacuum(1000)");
            shrink.Run();
        }

        Result = rows.Count;
    }
}
