namespace HelpDesk.Orchestrations.Ledger.Cases.Finding;

/// <summary>Collects one page while all matches are counted. Matches come in order, the newest first.</summary>
internal sealed class PageOfPlaces(string? after, int size)
{
    private readonly List<string> _places = [];

    /// <summary>How many matches there were, on this page and off it.</summary>
    public int Total { get; private set; }

    /// <summary>True when the places of further matches are not needed, only their number.</summary>
    public bool IsFull => _places.Count > size;

    /// <summary>True when a range of places that ends there may hold a place of this page.</summary>
    public bool Wants(string lastPlace) => !IsFull && (after is null || string.CompareOrdinal(lastPlace, after) > 0);

    /// <summary>Takes a match.</summary>
    public void Add(string place)
    {
        Total++;
        if (Wants(place))
            _places.Add(place);
    }

    /// <summary>Takes matches whose places are not needed.</summary>
    public void Count(int matches) => Total += matches;

    /// <summary>The page.</summary>
    public FoundPlaces End(bool isExact = true)
    {
        var page = _places.Take(size).ToList();
        return new FoundPlaces(page, Total, isExact, _places.Count > size ? page[^1] : null);
    }
}
