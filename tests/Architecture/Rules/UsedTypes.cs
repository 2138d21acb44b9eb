using Mono.Cecil;
using Mono.Cecil.Cil;

namespace HelpDesk.Architecture.Tests.Rules;

/// <summary>All types that a compiled type names: bases, members, method bodies with their locals, generic arguments, attributes.</summary>
public static class UsedTypes
{
    /// <summary>The named types, without arrays, references and generic instances around them.</summary>
    public static IEnumerable<TypeReference> Of(TypeDefinition type) => Named(type).SelectMany(Elements);

    private static IEnumerable<TypeReference?> Named(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(found => found.InterfaceType),
        .. Constraints(type),
        .. Attributes(type),
        .. type.Fields.SelectMany(field => Attributes(field).Append(field.FieldType)),
        .. type.Properties.SelectMany(property => Attributes(property).Append(property.PropertyType)),
        .. type.Events.SelectMany(found => Attributes(found).Append(found.EventType)),
        .. type.Methods.SelectMany(OfMethod),
    ];

    private static IEnumerable<TypeReference?> OfMethod(MethodDefinition method) =>
    [
        method.ReturnType,
        .. Attributes(method),
        .. Constraints(method),
        .. method.Parameters.SelectMany(parameter => Attributes(parameter).Append(parameter.ParameterType)),
        .. method.Overrides.SelectMany(OfMember),
        .. method.HasBody ? OfBody(method.Body) : [],
    ];

    private static IEnumerable<TypeReference?> OfBody(MethodBody body) =>
    [
        .. body.Variables.Select(variable => variable.VariableType),
        .. body.ExceptionHandlers.Select(handler => handler.CatchType),
        .. body.Instructions.SelectMany(OfOperand),
    ];

    private static IEnumerable<TypeReference?> OfOperand(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        MemberReference member => OfMember(member),
        _ => [],
    };

    private static IEnumerable<TypeReference?> OfMember(MemberReference member) => member switch
    {
        FieldReference field => [field.DeclaringType, field.FieldType],
        GenericInstanceMethod method => [.. OfMember(method.ElementMethod), .. method.GenericArguments],
        MethodReference method => [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType)],
        _ => [],
    };

    private static IEnumerable<TypeReference?> Constraints(IGenericParameterProvider provider) =>
        provider.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType);

    private static IEnumerable<TypeReference?> Attributes(ICustomAttributeProvider provider) =>
        from attribute in provider.CustomAttributes
        from named in attribute.ConstructorArguments.Concat(attribute.Properties.Concat(attribute.Fields).Select(argument => argument.Argument))
            .Select(argument => argument.Value).OfType<TypeReference>().Prepend(attribute.AttributeType)
        select named;

    private static IEnumerable<TypeReference> Elements(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Elements)],
        IModifierType modified => [.. Elements(modified.ElementType), .. Elements(modified.ModifierType)],
        TypeSpecification outer => Elements(outer.ElementType),
        _ => [type],
    };
}
