namespace HelpDesk.Local.Engine.Store;

/// <summary>Lets tests cut the power on either side of a commit.</summary>
internal interface ICommitHold
{
    /// <summary>Everything is written but nothing committed. An exception loses the transaction and stops the engine.</summary>
    void BeforeCommit();

    /// <summary>The commit is on disk, nobody was told. An exception stops the engine.</summary>
    void AfterCommit();
}
