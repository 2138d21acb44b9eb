namespace HelpDesk.Adapters.Sqlite.Files;

/// <summary>Lets tests cut the power on either side of a commit.</summary>
public interface ICommitHold
{
    /// <summary>Everything is written but nothing committed. An exception loses the transaction.</summary>
    void BeforeCommit();

    /// <summary>The commit is on disk, no caller knows it yet.</summary>
    void AfterCommit();
}
