using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Remediations;

/// <summary>
/// The state of a target as a remediation keeps it: canonical JSON of named fields with the form in which they are written. A field may be
/// added at any time, nullable for what was kept before it; a field whose meaning changes makes a new form.
/// </summary>
public abstract record TargetState
{
    /// <summary>Kind and number of the form: <c>sign-in/1</c>. What has another form is never read as this one.</summary>
    public abstract string Form { get; }

    /// <summary>Every field with its name, those without a value too (<see cref="CanonicalObject.Whole"/>). Their names are those of the constructor's parameters in camel case.</summary>
    public abstract CanonicalObject Fields { get; }

    /// <summary>The text that is kept in a plan.</summary>
    public string ToJson() => Fields.With(StateComparison.Form, Form).ToString();

    /// <summary>True when this is the state that was kept, whatever it says beyond the fields that were known then.</summary>
    public bool Matches(string kept) => StateComparison.IsSame(kept, ToJson());
}
