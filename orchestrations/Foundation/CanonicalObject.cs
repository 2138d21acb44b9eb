namespace HelpDesk.Orchestrations.Foundation;

/// <summary>
/// Named fields that are written in one way only. A value is text, a typed id, true or false, a whole number of JSON, a moment, a <see cref="Guid"/>, an
/// object, a dictionary of texts, or a list of these.
/// </summary>
public sealed class CanonicalObject
{
    private readonly (string Name, object? Value)[] _members;

    private CanonicalObject((string Name, object? Value)[] members) => _members = members;

    /// <summary>The fields in any order.</summary>
    internal ReadOnlySpan<(string Name, object? Value)> Members => _members;

    /// <summary>Fields of which one without a value (null) is left out: absent and unknown are the same.</summary>
    public static CanonicalObject Of(params ReadOnlySpan<(string Name, object? Value)> members) => new(members.ToArray());

    /// <summary>Fields of which one without a value is written as <c>null</c>: whoever compares can tell "there was none" from "not known then".</summary>
    public static CanonicalObject Whole(params ReadOnlySpan<(string Name, object? Value)> members)
    {
        var all = members.ToArray();
        for (var at = 0; at < all.Length; at++)
            all[at].Value ??= CanonicalJson.Null;
        return new CanonicalObject(all);
    }

    /// <summary>The same with one field more.</summary>
    public CanonicalObject With(string name, object? value) => new([.. _members, (name, value)]);

    /// <summary>The canonical text.</summary>
    /// <exception cref="ArgumentException">Two fields have one name, or a value has no canonical form.</exception>
    public override string ToString() => CanonicalJson.Write(_members);
}
