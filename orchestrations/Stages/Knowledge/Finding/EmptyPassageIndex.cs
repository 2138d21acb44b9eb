using HelpDesk.Orchestrations.Domain.Knowledge;

namespace HelpDesk.Orchestrations.Stages.Knowledge.Finding;

/// <summary>The index of a host without one: nothing is found.</summary>
internal sealed class EmptyPassageIndex : IPassageIndex
{
    public int Count => 0;

    public void Put(string articleKey, IReadOnlyList<PassageTerms> passages)
    {
        // Nothing is looked for here.
    }

    public void Remove(string articleKey)
    {
        // Nothing is kept here.
    }

    public int Commonness(string term) => 0;

    public IReadOnlyList<(string Term, int Passages)> Beginning(string beginning) => [];

    public IReadOnlyList<PassageHit> Search(IReadOnlyCollection<string> terms, int most, Func<string, bool> mayUse) => [];
}
