using HelpDesk.Adapters.Sqlite.Files;

namespace HelpDesk.Engine.Tests.Harness;

/// <summary>Cuts the power at one commit: just before it, so that it is lost, or just after it, so that nobody hears of it.</summary>
internal sealed class PowerCut(int atCommit, bool after) : ICommitHold
{
    private int _commits;

    /// <summary>True once the power was cut.</summary>
    public bool Happened { get; private set; }

    public void BeforeCommit()
    {
        _commits++;
        Cut(!after);
    }

    public void AfterCommit() => Cut(after);

    private void Cut(bool here)
    {
        if (!here || _commits != atCommit)
            return;
        Happened = true;
        throw new IOException("power cut");
    }
}
